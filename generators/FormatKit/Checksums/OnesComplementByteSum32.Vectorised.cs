using System.Numerics;

namespace FormatKit;

public readonly partial struct OnesComplementByteSum32
{
    /// <summary>
    /// The sum of bytes modulo 2^32, a vector at a time: bytes are widened pairwise into 16-bit lanes, and lanes into
    /// 32 bits before 128 rounds of at most 510 could overflow them.
    /// </summary>
    internal static uint SumVectorised(ReadOnlySpan<byte> bytes)
    {
        const int RoundsBeforeOverflow = ushort.MaxValue / 510;
        var total = Vector<uint>.Zero;
        while (bytes.Length >= Vector<byte>.Count)
        {
            var rounds = Math.Min(bytes.Length / Vector<byte>.Count, RoundsBeforeOverflow);
            var lanes = Vector<ushort>.Zero;
            for (var round = 0; round < rounds; round++)
            {
                Vector.Widen(new Vector<byte>(bytes[(round * Vector<byte>.Count)..]), out var low, out var high);
                lanes += low + high;
            }

            Vector.Widen(lanes, out var lowLanes, out var highLanes);
            total += lowLanes + highLanes;
            bytes = bytes[(rounds * Vector<byte>.Count)..];
        }

        return Vector.Sum(total) + SumPlain(bytes);
    }
}
