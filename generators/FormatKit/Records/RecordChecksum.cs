using System.ComponentModel;
using System.Numerics;

namespace FormatKit;

/// <summary>What generated codecs call for checksums.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordChecksum
{
    /// <summary>The checksum of bytes that do not hold the checksum's own field.</summary>
    public static ulong Of<TAlgorithm, TValue, TState>(ReadOnlySpan<byte> bytes)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged, IBinaryInteger<TValue>, IUnsignedNumber<TValue>
        where TState : unmanaged =>
        ulong.CreateTruncating(TAlgorithm.Finish(TAlgorithm.Append(default(TState), bytes)));

    /// <summary>The checksum of bytes that hold its own field.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="at">Where in them the field starts.</param>
    /// <param name="width">How many bytes it has.</param>
    /// <param name="self">What it counts as.</param>
    /// <param name="fill">The byte that <see cref="ChecksumSelf.Filled"/> means.</param>
    public static ulong Around<TAlgorithm, TValue, TState>(
        ReadOnlySpan<byte> bytes, int at, int width, ChecksumSelf self, byte fill)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged, IBinaryInteger<TValue>, IUnsignedNumber<TValue>
        where TState : unmanaged
    {
        var state = TAlgorithm.Append(default(TState), bytes[..at]);
        if (self != ChecksumSelf.Excluded)
        {
            Span<byte> own = stackalloc byte[width];
            own.Fill(self == ChecksumSelf.Filled ? fill : (byte)0);
            state = TAlgorithm.Append(state, own);
        }

        state = TAlgorithm.Append(state, bytes[(at + width)..]);
        return ulong.CreateTruncating(TAlgorithm.Finish(state));
    }
}
