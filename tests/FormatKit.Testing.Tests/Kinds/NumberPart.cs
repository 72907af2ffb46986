namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A number that few bytes are.</summary>
[BinaryLayout(2, ByteOrder.LittleEndian)]
public partial struct NumberPart
{
    /// <summary>The number.</summary>
    [Offset(0), Range(1, 300)] public partial ushort Number { readonly get; set; }
}
