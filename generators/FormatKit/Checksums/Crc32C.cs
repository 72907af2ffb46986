namespace FormatKit;

/// <summary>
/// CRC-32C, Castagnoli's, as in iSCSI (RFC 3720), ext4, Btrfs and VHDX: the polynomial 0x1EDC6F41, least significant
/// bit first, with start and end inverted. Over <c>123456789</c> it is 0xE3069283.
/// </summary>
public readonly partial struct Crc32C : IChecksumAlgorithm<uint>
{
    private const uint Polynomial = 0x82F63B78;

    /// <inheritdoc/>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes) => ~AppendByHardware(~state, bytes);

    /// <inheritdoc/>
    public static uint Finish(uint state) => state;

    /// <summary>The register after some bytes, bit by bit: what the hardware must equal.</summary>
    internal static uint AppendPlain(uint register, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            register ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                register = (register >> 1) ^ (Polynomial & (0 - (register & 1)));
            }
        }

        return register;
    }
}
