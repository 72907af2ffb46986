namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A struct that goes on to the end, so that its default is one of no points.</summary>
[BinaryRecord(ByteOrder.LittleEndian)]
public partial record struct OpenPoints
{
    /// <summary>Numbers to the end.</summary>
    [Rest] public ushort[] Points { get; set; }
}
