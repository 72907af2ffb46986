namespace FormatKit.Testing;

/// <summary>
/// Hostile values for every field of a layout, nested ones included: the extremes of its width, what lies next to its
/// legal values, and noise. Nothing is sealed after them; seal to get past a checksum.
/// </summary>
public static class FieldMutations
{
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
            .SelectMany(field => Of(field, current, random)
                .DistinctBy(mutation => Convert.ToHexString(mutation.Bytes.Span)));
    }

    private static IEnumerable<FieldMutation> Of(PlacedField field, byte[] current, Random random)
    {
        var noise = new byte[field.Field.Width];
        random.NextBytes(noise);
        var values = TableDecoder.Token(field.Field, new byte[field.Field.Width]) is null
            ? Fills(field.Field.Width)
            : Numbers(field, current).Select(number => (number.What, Written(field.Field, number.Value)));
        return values
            .Append(("noise", noise))
            .Select(value => new FieldMutation(field.Path, value.Item1, field.Offset, value.Item2));
    }

    private static IEnumerable<(string What, byte[] Bytes)> Fills(int width)
    {
        yield return ("zeros", new byte[width]);
        yield return ("all ones", Enumerable.Repeat((byte)0xFF, width).ToArray());
        yield return ("one bit", [.. Enumerable.Repeat((byte)0, width - 1), 1]);
        yield return ("text without end", Enumerable.Repeat((byte)'A', width).ToArray());
    }

    private static IEnumerable<(string What, ulong Value)> Numbers(PlacedField placed, byte[] current)
    {
        var field = placed.Field;
        var max = ulong.MaxValue >> (64 - (8 * field.Width));
        yield return ("0", 0);
        yield return ("1", 1);
        yield return ("max", max);
        yield return ("max - 1", max - 1);
        yield return ("sign bit", (max / 2) + 1);
        yield return ("greatest signed", max / 2);
        var landmarks = field.EnumNames.Select(named => (named.Name, (ulong?)named.Value))
            .Append(("the legal value", field.Fixed))
            .Append(("null", field.NullValue))
            .Append(("the value", placed.End <= current.Length
                ? TableDecoder.Token(field, current.AsSpan(placed.Offset, field.Width))
                : null));
        foreach (var (name, value) in landmarks)
        {
            if (value is { } at)
            {
                yield return (name, at);
                yield return ($"{name} + 1", (at + 1) & max);
                yield return ($"{name} - 1", (at - 1) & max);
            }
        }
    }

    private static byte[] Written(FieldInfo field, ulong value)
    {
        var bytes = new byte[field.Width];
        TableEncoder.Write(field, bytes, value);
        return bytes;
    }
}
