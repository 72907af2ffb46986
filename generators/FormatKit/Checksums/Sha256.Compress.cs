using System.Buffers.Binary;
using static System.Numerics.BitOperations;

namespace FormatKit;

public readonly partial struct Sha256
{
    // The first 32 bits of the fractional parts of the square roots of the first eight primes: FIPS 180-4, 5.3.3.
    private static ReadOnlySpan<uint> FirstHash =>
    [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];

    // The same of the cube roots of the first 64 primes: FIPS 180-4, 4.2.2.
    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>FIPS 180-4, 6.2.2.</summary>
    private static void Compress(ref Sha256State.Words hash, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[64];
        for (var index = 0; index < 16; index++)
        {
            words[index] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * index)..]);
        }

        for (var index = 16; index < words.Length; index++)
        {
            var (x, y) = (words[index - 15], words[index - 2]);
            words[index] = words[index - 16] + words[index - 7]
                + (RotateRight(x, 7) ^ RotateRight(x, 18) ^ (x >> 3))
                + (RotateRight(y, 17) ^ RotateRight(y, 19) ^ (y >> 10));
        }

        Span<uint> start = stackalloc uint[8];
        for (var index = 0; index < start.Length; index++)
        {
            start[index] = hash[index] ^ FirstHash[index];
        }

        var (a, b, c, d) = (start[0], start[1], start[2], start[3]);
        var (e, f, g, h) = (start[4], start[5], start[6], start[7]);
        for (var index = 0; index < words.Length; index++)
        {
            var first = h + (RotateRight(e, 6) ^ RotateRight(e, 11) ^ RotateRight(e, 25))
                + ((e & f) ^ (~e & g)) + Constants[index] + words[index];
            var second = (RotateRight(a, 2) ^ RotateRight(a, 13) ^ RotateRight(a, 22))
                + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e) = (g, f, e, d + first);
            (d, c, b, a) = (c, b, a, first + second);
        }

        ReadOnlySpan<uint> added = [a, b, c, d, e, f, g, h];
        for (var index = 0; index < start.Length; index++)
        {
            hash[index] = (start[index] + added[index]) ^ FirstHash[index];
        }
    }
}
