namespace FormatKit.Testing;

/// <summary>Draws layouts that break no rule.</summary>
internal static class ValidLayouts
{
    private const int Attempts = 2000;

    /// <exception cref="InvalidOperationException">Every attempt broke a rule in C#.</exception>
    public static T Draw<T>(LawCase example)
        where T : struct, IBinaryLayout<T>
    {
        var fields = PlacedField.AllOf(Layout.InfoOf<T>());
        var random = new Random(example.Salt);
        var bytes = example.Copy();
        var value = default(T);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (attempt > 0)
            {
                Refill(bytes, fields, attempt, random);
            }

            Legalise(bytes, fields, random);
            DrawLengths(bytes, fields, random);
            value = Layout.View<T>(bytes);
            Layout.Seal(ref value);
            if (Layout.IsValid(in value))
            {
                return value;
            }
        }

        throw new InvalidOperationException(
            $"{Attempts} layouts were drawn, and all break a rule; the last one: "
            + string.Join("; ", Layout.Validate(in value)));
    }

    /// <summary>What decides whether others count is made legal before them; what does not count may be anything.
    /// </summary>
    public static void Legalise(byte[] bytes, IReadOnlyList<PlacedField> fields, Random random)
    {
        foreach (var field in fields.OrderBy(field => field.DependsOnOthers).ThenBy(field => field.Depth))
        {
            if (field.Counts(bytes))
            {
                MakeLegal(field.Field, bytes.AsSpan(field.Offset, field.Field.Width), random);
                Tell(field, bytes, random);
            }
        }
    }

    /// <summary>Makes a region one of its overlays, mostly: few values of a tag tell one.</summary>
    private static void Tell(PlacedField region, byte[] bytes, Random random)
    {
        var choice = random.Next(region.Field.Overlays.Count + 1);
        if (choice < region.Field.Overlays.Count)
        {
            region.Tell(region.Field.Overlays[choice], bytes);
        }
    }

    /// <summary>Makes regions overlays here and there.</summary>
    public static void TellSome(byte[] bytes, IReadOnlyList<PlacedField> fields, int seed)
    {
        var random = new Random(seed);
        foreach (var field in fields)
        {
            Tell(field, bytes, random);
        }
    }

    /// <summary>Noise, or zeros with small numbers, which rules about sizes are more likely to accept.</summary>
    private static void Refill(byte[] bytes, IReadOnlyList<PlacedField> fields, int attempt, Random random)
    {
        if (attempt % 3 == 0)
        {
            random.NextBytes(bytes);
            return;
        }

        Array.Clear(bytes);
        foreach (var field in fields.Where(field => field.Field.Kind is FieldKind.Unsigned or FieldKind.Signed))
        {
            var small = (ulong)random.Next(attempt % 3 == 1 ? 4 : 128);
            TableEncoder.Write(field.Field, bytes.AsSpan(field.Offset, field.Field.Width), small);
        }
    }

    /// <summary>Gives fields that say how much a checksum covers a number that it can cover.</summary>
    private static void DrawLengths(byte[] bytes, IReadOnlyList<PlacedField> fields, Random random)
    {
        foreach (var field in fields)
        {
            foreach (var name in field.Field.Checksums.Select(checksum => checksum.LengthField).OfType<string>())
            {
                var length = field.Layout.Fields.Single(sibling => sibling.Name == name);
                var place = bytes.AsSpan(field.Offset - field.Field.Offset + length.Offset, length.Width);
                var least = Math.Max((ulong)field.Field.End, length.Minimum ?? 0);
                var most = Math.Max(least, Math.Min((ulong)field.Layout.Size, length.Maximum ?? ulong.MaxValue));
                TableEncoder.Write(length, place, (ulong)random.NextInt64((long)least, (long)most + 1));
            }
        }
    }

    /// <summary>Simpler layouts that break no rule either. What sealing sets follows the rest.</summary>
    public static IEnumerable<T> Shrink<T>(T layout)
        where T : struct, IBinaryLayout<T>
    {
        var fields = PlacedField.AllOf(Layout.InfoOf<T>());
        var free = new bool[Layout.SizeOf<T>()];
        Array.Fill(free, true);
        foreach (var field in fields.Where(field => field.IsSealed))
        {
            free.AsSpan(field.Offset..field.End).Clear();
        }

        byte[] bytes = [.. Layout.BytesOf(in layout)];
        return Shrinking.Zeroed(bytes, index => !free[index])
            .Concat(Shrinking.Lowered(bytes, fields.Where(field => !field.IsSealed)))
            .Select(Sealed<T>)
            .Where(simpler => Layout.IsValid(in simpler));
    }

    /// <summary>Gives a field a value that keeps its rules, where its bytes may have others.</summary>
    public static void MakeLegal(FieldInfo field, Span<byte> bytes, Random random)
    {
        switch (field)
        {
            case { } when ValueRules.HasAny(field):
                TableEncoder.Write(field, bytes, ValueRules.Draw(field, random));
                break;
            case { Kind: FieldKind.Bool }:
                bytes[0] &= 1;
                break;
            case { Kind: FieldKind.Timestamp }:
                TableEncoder.Write(field, bytes, LegalValues.Count(field, random));
                break;
            case { ReservedPolicy: ReservedPolicy.MustBeZero }:
                bytes.Clear();
                break;
        }
    }

    private static T Sealed<T>(byte[] bytes)
        where T : struct, IBinaryLayout<T>
    {
        var value = Layout.View<T>(bytes);
        Layout.Seal(ref value);
        return value;
    }
}
