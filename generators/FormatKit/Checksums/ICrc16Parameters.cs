namespace FormatKit;

/// <summary>What distinguishes one CRC of 16 bits from another, in the terms of Ross Williams' "A Painless Guide to CRC
/// Error Detection Algorithms"; <see cref="Crc16"/> has those that have names.</summary>
public interface ICrc16Parameters
{
    /// <summary>The polynomial without x^16, the coefficient of x^15 as the most significant bit.</summary>
    static abstract ushort Polynomial { get; }

    /// <summary>The register before the first byte; as it stands there, so reflected for a reflected CRC.</summary>
    static abstract ushort Init { get; }

    /// <summary>Whether bytes come in, and the register goes out, least significant bit first.</summary>
    static abstract bool IsReflected { get; }

    /// <summary>What the register is combined with at the end.</summary>
    static abstract ushort XorOut { get; }
}
