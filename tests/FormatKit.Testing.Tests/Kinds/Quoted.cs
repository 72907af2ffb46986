namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A magic that every tool's quoting must get right.</summary>
[BinaryLayout(4, ByteOrder.BigEndian)]
public partial struct Quoted
{
    /// <summary>A letter, a quote, a backslash, a letter.</summary>
    [Offset(0), Magic("a\"\\b")] public partial uint Tag { readonly get; set; }
}
