using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldRules
{
    /// <summary>The field must hold a number up to a greatest one: 1 for a truth value, the calendar's end for a time.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectAtMost<TLayout, TSink>(
        ViolationKind kind, int field, ulong found, ulong greatest, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct =>
        found <= greatest ? 0 : Report<TLayout, TSink>(kind, field, found, greatest, ref sink);

    /// <summary>
    /// All bytes must be zero. Found is the first that is not, and where: its index in the field times 256, plus the
    /// byte.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectZero<TLayout, TSink>(int field, scoped ReadOnlySpan<byte> bytes, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct
    {
        var index = bytes.IndexOfAnyExcept((byte)0);
        return index < 0
            ? 0
            : Report<TLayout, TSink>(ViolationKind.NotZero, field, ((ulong)index << 8) | bytes[index], 0, ref sink);
    }
}
