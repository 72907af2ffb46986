namespace FormatKit.Testing;

/// <summary>Draws layouts that break no rule.</summary>
internal static class ValidLayouts
{
    public static T Draw<T>(LawCase example)
        where T : struct, IBinaryLayout<T>
    {
        var random = new Random(example.Salt);
        var bytes = example.Copy();
        foreach (var field in PlacedField.AllOf(Layout.InfoOf<T>()).Where(field => field.Field.RejectsUnknown))
        {
            var named = field.Field.EnumNames[random.Next(field.Field.EnumNames.Count)];
            TableEncoder.Write(field.Field, bytes.AsSpan(field.Offset, field.Field.Width), named.Value);
        }

        var value = Layout.View<T>(bytes);
        Layout.Seal(ref value);
        return value;
    }

    /// <summary>Simpler layouts that break no rule either. What sealing sets follows the rest.</summary>
    public static IEnumerable<T> Shrink<T>(T layout)
        where T : struct, IBinaryLayout<T>
    {
        var fields = PlacedField.AllOf(Layout.InfoOf<T>());
        var free = new bool[Layout.SizeOf<T>()];
        foreach (var field in fields.Where(field => field.Field.Kind != FieldKind.Layout))
        {
            free.AsSpan(field.Offset..field.End).Fill(!field.IsSealed);
        }

        byte[] bytes = [.. Layout.BytesOf(in layout)];
        return Shrinking.Zeroed(bytes, index => !free[index])
            .Concat(Shrinking.Lowered(bytes, fields.Where(field => !field.IsSealed)))
            .Select(Sealed<T>)
            .Where(simpler => Layout.IsValid(in simpler));
    }

    private static T Sealed<T>(byte[] bytes)
        where T : struct, IBinaryLayout<T>
    {
        var value = Layout.View<T>(bytes);
        Layout.Seal(ref value);
        return value;
    }
}
