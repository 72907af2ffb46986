namespace FormatKit;

/// <summary>A CRC of 16 bits with the parameters of a type, such as <see cref="Crc16.X25"/>.</summary>
/// <typeparam name="TParameters">Polynomial, first register, order of bits and what is combined at the end.</typeparam>
public readonly partial struct Crc16<TParameters> : IChecksumAlgorithm<ushort>
    where TParameters : ICrc16Parameters
{
    // Of the table i is the register after a byte and i zeros: the first one is that of the plain loop.
    private static readonly ushort[] Tables = MakeTables();

    static ushort IChecksumAlgorithm<ushort, ushort>.Append(ushort state, ReadOnlySpan<byte> bytes) =>
        (ushort)(AppendSliced((ushort)(state ^ TParameters.Init), bytes) ^ TParameters.Init);

    static ushort IChecksumAlgorithm<ushort, ushort>.Finish(ushort state) =>
        (ushort)(state ^ TParameters.Init ^ TParameters.XorOut);

    /// <summary>The register after some bytes, one by one: what the fast path must equal.</summary>
    internal static ushort AppendPlain(ushort register, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            register = TParameters.IsReflected
                ? (ushort)(Tables[(byte)register ^ b] ^ (register >> 8))
                : (ushort)(Tables[(register >> 8) ^ b] ^ (register << 8));
        }

        return register;
    }

    private static ushort[] MakeTables()
    {
        var tables = new ushort[Slices * 256];
        for (var index = 0; index < tables.Length; index++)
        {
            tables[index] = TParameters.IsReflected
                ? ShiftRight(index < 256 ? (ushort)index : tables[index - 256])
                : ShiftLeft(index < 256 ? (ushort)(index << 8) : tables[index - 256]);
        }

        return tables;
    }

    private static ushort ShiftRight(ushort register)
    {
        var polynomial = Reversed(TParameters.Polynomial);
        for (var bit = 0; bit < 8; bit++)
        {
            register = (ushort)((register >> 1) ^ ((register & 1) == 0 ? 0 : polynomial));
        }

        return register;
    }

    private static ushort ShiftLeft(ushort register)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            register = (ushort)((register << 1) ^ (register < 0x8000 ? 0 : TParameters.Polynomial));
        }

        return register;
    }

    private static ushort Reversed(ushort value)
    {
        var reversed = 0;
        for (var bit = 0; bit < 16; bit++)
        {
            reversed = (reversed << 1) | ((value >> bit) & 1);
        }

        return (ushort)reversed;
    }
}
