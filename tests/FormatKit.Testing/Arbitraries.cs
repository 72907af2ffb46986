using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Testing;

/// <summary>Generators that follow from a layout.</summary>
public static class Arbitraries
{
    /// <summary>Any bytes, as many as the layout has; now and then all zeros or all ones.</summary>
    public static Arbitrary<byte[]> Bytes<T>()
        where T : struct, IBinaryLayout<T> => Bytes(Layout.SizeOf<T>());

    /// <summary>Any bytes of a given number; now and then all zeros or all ones.</summary>
    public static Arbitrary<byte[]> Bytes(int length) =>
        Arb.From(GenBytes(length), bytes => Shrinking.Zeroed(bytes));

    /// <summary>
    /// Layouts or records without violations: legal values in each field that demands one, extremes often, counts and
    /// checksums as they must be. Where rules in C# refuse what was drawn, others are tried, so many times; a
    /// declaration for which none is found says which rules refuse them. They shrink to simpler ones without
    /// violations.
    /// </summary>
    public static Arbitrary<T> Valid<T>()
        where T : IBinaryFormat => (Arbitrary<T>)T.Accept<Validator, object>(default);

    private readonly struct Validator : IFormatVisitor<object>
    {
        public object VisitLayout<T>()
            where T : struct, IBinaryLayout<T> =>
            Arb.From(Cases<T>().Generator.Select(example => ValidLayouts.Draw<T>(example)), ValidLayouts.Shrink);

        public object VisitRecord<T>()
            where T : IBinaryRecord<T> => new ValidRecords<T>().Arbitrary;
    }

    /// <summary>
    /// Any bytes of a layout; now and then all zeros or all ones, often with extreme values in half of the fields, and
    /// often with tags that tell an overlay.
    /// </summary>
    internal static Arbitrary<LawCase> Cases<T>()
        where T : struct, IBinaryLayout<T>
    {
        var layout = Layout.InfoOf<T>();
        var fields = PlacedField.AllOf(layout);
        return Arb.From(
            Gen.Frequency((2, GenBytes(layout.Size)), (1, GenSeed.Select(seed => Extreme(layout, seed))))
                .Zip(GenSeed, (bytes, salt) => new LawCase(Told(bytes, fields, salt), salt)),
            example => Shrinking.Zeroed(example.Bytes).Concat(Shrinking.Lowered(example.Bytes, fields))
                .Select(bytes => example with { Bytes = bytes }));
    }

    private static Gen<int> GenSeed => Gen.Choose(0, int.MaxValue - 1);

    // Drawn from two numbers: a generator per byte would take longer than the laws.
    private static Gen<byte[]> GenBytes(int length) => Gen.Frequency(
        (1, Gen.Fresh(() => new byte[length])),
        (1, Gen.Fresh(() => Enumerable.Repeat((byte)0xFF, length).ToArray())),
        (10, GenSeed.Select(seed => Noise(length, new Random(seed)))));

    /// <summary>In every other case regions are overlays: a tag drawn like other bytes tells one too seldom.</summary>
    private static byte[] Told(byte[] bytes, IReadOnlyList<PlacedField> fields, int seed)
    {
        if (seed % 2 == 0)
        {
            ValidLayouts.TellSome(bytes, fields, seed);
        }

        return bytes;
    }

    private static byte[] Extreme(LayoutInfo layout, int seed)
    {
        var random = new Random(seed);
        var bytes = Noise(layout.Size, random);
        foreach (var values in FieldMutations.Of(layout, seed).GroupBy(mutation => mutation.Path))
        {
            if (random.Next(2) == 0)
            {
                values.ElementAt(random.Next(values.Count())).Apply(bytes);
            }
        }

        return bytes;
    }

    private static byte[] Noise(int length, Random random)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
