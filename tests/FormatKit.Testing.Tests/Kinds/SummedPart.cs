namespace FormatKit.Testing.Tests.Kinds;

/// <summary>Eight bytes with a magic, a number and a checksum of two bytes in their middle.</summary>
[BinaryLayout(8, ByteOrder.BigEndian)]
public partial struct SummedPart
{
    /// <summary>Tells the part.</summary>
    [Offset(0), Magic("PT")] public partial ushort Tag { readonly get; set; }

    /// <summary>The checksum, little endian.</summary>
    [Offset(2), Checksum<Sum16>, Endian(ByteOrder.LittleEndian)] public partial ushort Sum { readonly get; set; }

    /// <summary>A number.</summary>
    [Offset(4)] public partial int Number { readonly get; set; }
}
