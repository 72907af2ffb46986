namespace FormatKit.Testing;

internal sealed partial class RecordDecoder
{
    /// <summary>The bits of a value of at most eight bytes.</summary>
    internal static ulong Number(FieldInfo value, ReadOnlySpan<byte> bytes)
    {
        var isBig = value.FixedIsText || value.Kind == FieldKind.FourCC || value.Order == ByteOrder.BigEndian;
        var number = 0UL;
        for (var index = 0; index < bytes.Length; index++)
        {
            number = (number << 8) | bytes[isBig ? index : bytes.Length - 1 - index];
        }

        return number;
    }

    /// <summary>Whether a field is there.</summary>
    internal static bool Holds(ulong number, FieldCondition condition) => condition.Kind switch
    {
        ConditionKind.NotZero => number != 0,
        ConditionKind.Equal => number == condition.Value,
        ConditionKind.HasBits => (number & condition.Value) == condition.Value,
        _ => number >= condition.Value,
    };

    private static bool Holds(RecordNode node, FieldCondition condition) =>
        Holds(node.Numbers[condition.Member], condition);
}
