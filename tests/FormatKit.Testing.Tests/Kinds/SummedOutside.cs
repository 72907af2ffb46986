namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A layout whose checksum covers what is outside of it.</summary>
[BinaryLayout(6, ByteOrder.BigEndian)]
public partial struct SummedOutside
{
    /// <summary>A number.</summary>
    public partial ushort Number { readonly get; set; }

    /// <summary>Over the number and the entries.</summary>
    [Checksum<Crc32>(External = "entries", Over = [nameof(Number)])]
    public partial uint Entries { readonly get; set; }
}
