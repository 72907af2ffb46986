using System.Numerics;
using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>The checksum of a layout whose checksum field, which starts at the offset, is taken as zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Checksum<TLayout, TAlgorithm, TValue>(ref readonly TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TAlgorithm : IChecksumAlgorithm<TValue>
        where TValue : unmanaged, IBinaryInteger<TValue>, IUnsignedNumber<TValue>
    {
        ReadOnlySpan<byte> zeros = [0, 0, 0, 0, 0, 0, 0, 0];
        var bytes = Layout.BytesOf(in layout);
        var state = TAlgorithm.Append(TValue.Zero, bytes[..offset]);
        if (!TAlgorithm.IgnoresZeros)
        {
            state = TAlgorithm.Append(state, zeros[..Unsafe.SizeOf<TValue>()]);
        }

        state = TAlgorithm.Append(state, bytes[(offset + Unsafe.SizeOf<TValue>())..]);
        return TAlgorithm.Finish(state);
    }
}
