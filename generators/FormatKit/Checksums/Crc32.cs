namespace FormatKit;

/// <summary>
/// CRC-32 as in ISO/IEC 8802-3, gzip, PNG and GPT: the polynomial 0x04C11DB7, least significant bit first, with
/// start and end inverted. Over <c>123456789</c> it is 0xCBF43926.
/// </summary>
public readonly partial struct Crc32 : IChecksumAlgorithm<uint>
{
    private const uint Polynomial = 0xEDB88320;

    // Of the table i is the register after a byte and i zeros: the first one is that of the plain loop.
    private static readonly uint[] Tables = MakeTables();

    /// <inheritdoc/>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes) => ~AppendFolded(~state, bytes);

    /// <inheritdoc/>
    public static uint Finish(uint state) => state;

    /// <summary>The register after some bytes, one by one: what the fast paths must equal.</summary>
    internal static uint AppendPlain(uint register, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            register = Tables[(byte)register ^ b] ^ (register >> 8);
        }

        return register;
    }

    private static uint[] MakeTables()
    {
        var tables = new uint[Slices * 256];
        for (var index = 0; index < tables.Length; index++)
        {
            var register = index < 256 ? (uint)index : tables[index - 256];
            for (var bit = 0; bit < 8; bit++)
            {
                register = (register >> 1) ^ (Polynomial & (0 - (register & 1)));
            }

            tables[index] = register;
        }

        return tables;
    }
}
