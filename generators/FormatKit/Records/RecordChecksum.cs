using System.ComponentModel;
using System.Numerics;

namespace FormatKit;

/// <summary>What generated codecs call for checksums: ranges one after the other, and the field's own bytes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordChecksum
{
    /// <summary>The checksum of bytes in one piece.</summary>
    public static ulong Of<TAlgorithm, TValue, TState>(ReadOnlySpan<byte> bytes)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged, IBinaryInteger<TValue>, IUnsignedNumber<TValue>
        where TState : unmanaged =>
        Finish<TAlgorithm, TValue, TState>(Append<TAlgorithm, TValue, TState>(default, bytes));

    /// <summary>The state after more bytes.</summary>
    public static TState Append<TAlgorithm, TValue, TState>(TState state, ReadOnlySpan<byte> bytes)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged, IBinaryInteger<TValue>, IUnsignedNumber<TValue>
        where TState : unmanaged => TAlgorithm.Append(state, bytes);

    /// <summary>The state after the field itself, each byte of which counts as another.</summary>
    public static TState AppendOwn<TAlgorithm, TValue, TState>(TState state, int width, byte fill)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged, IBinaryInteger<TValue>, IUnsignedNumber<TValue>
        where TState : unmanaged
    {
        Span<byte> own = stackalloc byte[width];
        own.Fill(fill);
        return TAlgorithm.Append(state, own);
    }

    /// <summary>The checksum.</summary>
    public static ulong Finish<TAlgorithm, TValue, TState>(TState state)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged, IBinaryInteger<TValue>, IUnsignedNumber<TValue>
        where TState : unmanaged => ulong.CreateTruncating(TAlgorithm.Finish(state));
}
