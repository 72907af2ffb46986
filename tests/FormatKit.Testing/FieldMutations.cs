namespace FormatKit.Testing;

/// <summary>
/// Hostile values for every field of a layout, nested ones and overlays included: the extremes of its width, what lies
/// next to its legal values, its bits, texts that are none, and noise. Nothing is sealed after them; seal to get past a
/// checksum.
/// </summary>
public static partial class FieldMutations
{
    /// <summary>What a mutation is that means nothing.</summary>
    internal const string Noise = "noise";

    /// <summary>All mutations of a layout, in disk order. A seed always gives the same ones.</summary>
    public static IEnumerable<FieldMutation> Of(LayoutInfo layout, int seed = 0) => Of(layout, [], seed);

    /// <summary>All mutations of a layout, with off-by-one errors of the values that it holds now.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="current">The layout's bytes, or none.</param>
    /// <param name="seed">Where the noise starts.</param>
    public static IEnumerable<FieldMutation> Of(LayoutInfo layout, byte[] current, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(current);
        var random = new Random(seed);
        return PlacedField.AllOf(layout)
            .Where(field => field.Field.Kind != FieldKind.Layout)
            .SelectMany(field => Of(field.Field, field.Path, field.Offset, current, random)
                .DistinctBy(mutation => (mutation.Offset, Convert.ToHexString(mutation.Bytes.Span))));
    }

    /// <summary>The mutations of one field where it stands in some bytes.</summary>
    internal static IEnumerable<FieldMutation> Of(
        FieldInfo field, string path, int offset, byte[] current, Random random)
    {
        var now = offset + field.Width <= current.Length ? current.AsSpan(offset, field.Width).ToArray() : null;
        foreach (var (what, bytes) in Values(field, now, current.Length))
        {
            yield return new FieldMutation(path, what, offset, bytes);
        }

        var noise = new byte[field.Width];
        random.NextBytes(noise);
        yield return new FieldMutation(path, Noise, offset, noise);
    }

    private static IEnumerable<(string What, byte[] Bytes)> Values(FieldInfo field, byte[]? now, int total) =>
        field.Kind switch
        {
            FieldKind.Text => Texts(field),
            FieldKind.Integers when field.Count is > 0 => Elements(field),
            _ when TableDecoder.Token(field, new byte[field.Width]) is null => Fills(field.Width),
            _ => Numbers(field, now, total).Concat(Bits(field, now))
                .Select(number => (number.What, Written(field, number.Value))),
        };

    private static IEnumerable<(string What, byte[] Bytes)> Fills(int width)
    {
        yield return ("zeros", new byte[width]);
        yield return ("all ones", Enumerable.Repeat((byte)0xFF, width).ToArray());
        yield return ("one bit", [.. Enumerable.Repeat((byte)0, width - 1), 1]);
        yield return ("the sign bit", [0x80, .. Enumerable.Repeat((byte)0, width - 1)]);
    }

    /// <summary>The first and the last integer of an array, each by itself.</summary>
    private static IEnumerable<(string What, byte[] Bytes)> Elements(FieldInfo field)
    {
        var width = field.Width / field.Count!.Value;
        foreach (var fill in Fills(width))
        {
            var rest = new byte[field.Width - width];
            yield return ($"first {fill.What}", [.. fill.Bytes, .. rest]);
            yield return ($"last {fill.What}", [.. rest, .. fill.Bytes]);
        }

        yield return ("each all ones", Enumerable.Repeat((byte)0xFF, field.Width).ToArray());
    }

    private static byte[] Written(FieldInfo field, ulong value)
    {
        var bytes = new byte[field.Width];
        TableEncoder.Write(field, bytes, value);
        return bytes;
    }
}
