namespace FormatKit.Testing.Tests.Kinds;

/// <summary>One of several bodies, with its tag and length before it.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
public sealed partial class TaggedEntry
{
    /// <summary>Tells the body.</summary>
    public byte Tag { get; private set; }

    /// <summary>The bytes of the body.</summary>
    public ushort Length { get; private set; }

    /// <summary>The body.</summary>
    [TaggedBy(nameof(Tag)), Length(nameof(Length))] public EntryBody Body { get; set; } = new EndBody();
}

/// <summary>What an entry may be.</summary>
[BinaryVariants<byte>]
[Variant(0, typeof(EndBody))]
[Variant(1, typeof(NumberBody))]
[Variant(2, typeof(TextBody))]
[OtherVariant(typeof(OtherBody))]
public abstract partial class EntryBody;

/// <summary>The last entry.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
public sealed partial class EndBody : EntryBody;

/// <summary>A number.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
public sealed partial class NumberBody : EntryBody
{
    /// <summary>The number.</summary>
    public long Number { get; set; }
}

/// <summary>A text to the end.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
public sealed partial class TextBody : EntryBody
{
    /// <summary>The text.</summary>
    [Rest, Encoded(TextEncoding.Latin1)] public string Text { get; set; } = "";
}

/// <summary>Any other body, kept as it is.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
public sealed partial class OtherBody : EntryBody
{
    /// <summary>Its tag.</summary>
    [Tag] public byte Tag { get; set; }

    /// <summary>Its bytes.</summary>
    [Rest] public byte[] Bytes { get; set; } = [];
}
