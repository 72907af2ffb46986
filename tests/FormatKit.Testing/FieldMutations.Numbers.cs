namespace FormatKit.Testing;

public static partial class FieldMutations
{
    private static IEnumerable<(string What, ulong Value)> Numbers(FieldInfo field, byte[]? now, int total)
    {
        var max = Landmarks.MaskOf(field);
        yield return ("0", 0);
        yield return ("1", 1);
        yield return ("max", max);
        yield return ("max - 1", max - 1);
        yield return ("sign bit", (max / 2) + 1);
        yield return ("greatest signed", max / 2);
        var landmarks = Landmarks.Of(field)
            .Append(("the value", now is null ? null : TableDecoder.Token(field, now)))
            .Append(("the whole length", Counts(field) ? (ulong)total : null));
        foreach (var (name, value) in landmarks)
        {
            if (value is { } at && at <= max)
            {
                yield return (name, at);
                yield return ($"{name} + 1", (at + 1) & max);
                yield return ($"{name} - 1", (at - 1) & max);
            }
        }
    }

    /// <summary>Each named part of an integer: none of its bits, all of them, and all changed.</summary>
    private static IEnumerable<(string What, ulong Value)> Bits(FieldInfo field, byte[]? now)
    {
        var value = now is null ? 0 : TableDecoder.Token(field, now) ?? 0;
        foreach (var bits in field.Bits)
        {
            yield return ($"no bit of {bits.Name}", value & ~bits.Mask);
            yield return ($"every bit of {bits.Name}", value | bits.Mask);
            yield return ($"{bits.Name} inverted", value ^ bits.Mask);
        }
    }

    private static bool Counts(FieldInfo field) =>
        field.Unit != Unit.None || field.Role is FieldRole.Position or FieldRole.Measure;

    private static IEnumerable<(string What, ulong? Value)> Append(
        this IEnumerable<(string What, ulong Value)> values, (string What, ulong? Value) last) =>
        values.Select(value => (value.What, (ulong?)value.Value)).Append(last);
}
