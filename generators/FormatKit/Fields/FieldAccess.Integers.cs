using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>Integers that stand in a layout.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlyEndianSpan<TInteger> ViewIntegers<TLayout, TInteger>(
        ref readonly TLayout layout, int offset, int length, ByteOrder order)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TInteger : unmanaged => new(ViewBytes(in layout, offset, length), order);

    /// <summary>Integers that stand in a layout, to edit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EndianSpan<TInteger> EditIntegers<TLayout, TInteger>(
        ref TLayout layout, int offset, int length, ByteOrder order)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TInteger : unmanaged => new(EditBytes(ref layout, offset, length), order);
}
