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
    public static Arbitrary<byte[]> Bytes(int length) => Arb.From(GenBytes(length), Simpler);

    /// <summary>
    /// Layouts without violations: any bytes, sealed, with a named value in each enum that rejects the others.
    /// </summary>
    public static Arbitrary<T> Valid<T>()
        where T : struct, IBinaryLayout<T>
    {
        var rejecting = PlacedField.AllOf(Layout.InfoOf<T>()).Where(field => field.Field.RejectsUnknown).ToList();
        return Arb.From(Cases<T>().Generator.Select(example =>
        {
            var random = new Random(example.Salt);
            foreach (var field in rejecting)
            {
                var named = field.Field.EnumNames[random.Next(field.Field.EnumNames.Count)];
                TableEncoder.Write(field.Field, example.Bytes.AsSpan(field.Offset, field.Field.Width), named.Value);
            }

            var value = Layout.View<T>(example.Bytes);
            Layout.Seal(ref value);
            return value;
        }));
    }

    internal static Arbitrary<LawCase> Cases<T>()
        where T : struct, IBinaryLayout<T> =>
        Arb.From(
            GenBytes(Layout.SizeOf<T>())
                .Zip(Gen.Choose(0, int.MaxValue - 1), (bytes, salt) => new LawCase(bytes, salt)),
            example => Simpler(example.Bytes).Select(bytes => example with { Bytes = bytes }));

    // Drawn from two numbers: a generator per byte would take longer than the laws.
    private static Gen<byte[]> GenBytes(int length) => Gen.Frequency(
        (1, Gen.Fresh(() => new byte[length])),
        (1, Gen.Fresh(() => Enumerable.Repeat((byte)0xFF, length).ToArray())),
        (10, Gen.Choose(0, int.MaxValue - 1).Select(seed =>
        {
            var bytes = new byte[length];
            new Random(seed).NextBytes(bytes);
            return bytes;
        })));

    /// <summary>The same bytes with ever smaller parts of them zero.</summary>
    private static IEnumerable<byte[]> Simpler(byte[] bytes)
    {
        for (var part = bytes.Length; part > 0; part /= 2)
        {
            for (var start = 0; start < bytes.Length; start += part)
            {
                var end = Math.Min(bytes.Length, start + part);
                if (bytes.AsSpan(start..end).ContainsAnyExcept((byte)0))
                {
                    byte[] simpler = [.. bytes];
                    simpler.AsSpan(start..end).Clear();
                    yield return simpler;
                }
            }
        }
    }
}
