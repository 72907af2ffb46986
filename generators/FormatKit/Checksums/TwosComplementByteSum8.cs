namespace FormatKit;

/// <summary>
/// The two's complement of the sum of all bytes, in 8 bits, so that with it they add up to zero: the checksum of ACPI
/// tables ("this field, including the checksum field, must add up to zero"), of SMBIOS and of PCI option ROMs.
/// </summary>
public readonly struct TwosComplementByteSum8 : IChecksumAlgorithm<byte>, IBalancedChecksum<byte, byte>
{
    /// <inheritdoc/>
    public static bool IgnoresZeros => true;

    /// <inheritdoc/>
    public static byte Residue => 0;

    /// <inheritdoc/>
    public static byte Append(byte state, ReadOnlySpan<byte> bytes) =>
        unchecked((byte)(state + OnesComplementByteSum32.SumVectorised(bytes)));

    /// <inheritdoc/>
    public static byte Finish(byte state) => unchecked((byte)-state);

    /// <inheritdoc/>
    public static byte Solve(byte state, int position, ByteOrder order) => Finish(state);
}
