namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A record of everything that can be declared.</summary>
[BinaryRecord(ByteOrder.BigEndian, Align = 4, Spec = "None")]
public sealed partial class EveryRecord
{
    /// <summary>A text magic.</summary>
    [Magic("EVRY")] public uint Magic { get; private set; }

    /// <summary>Tells what is there.</summary>
    public RecordParts There { get; set; }

    /// <summary>How many numbers there are.</summary>
    public ushort NumberCount { get; private set; }

    /// <summary>The bytes of the blob, and two more.</summary>
    public uint BlobLength { get; private set; }

    /// <summary>A layout with rules of its own.</summary>
    public SummedPart Part { get; set; }

    /// <summary>Numbers that another field counts.</summary>
    [Count(nameof(NumberCount), Max = 1000), Endian(ByteOrder.LittleEndian)] public uint[] Numbers { get; set; } = [];

    /// <summary>Bytes whose length another field says.</summary>
    [Length(nameof(BlobLength), Plus = 2, Max = 4096)] public byte[] Blob { get; set; } = [];

    /// <summary>A text up to its NUL.</summary>
    [Terminated(Max = 64), Encoded(TextEncoding.Utf8)] public string Name { get; set; } = "";

    /// <summary>A text after its length.</summary>
    [Prefixed(2, Max = 600), Encoded(TextEncoding.Utf16LittleEndian)] public string Title { get; set; } = "";

    /// <summary>A number that is there now and then.</summary>
    [WhenFlag(nameof(There), RecordParts.Extra)] public ulong? Extra { get; set; }

    /// <summary>Bytes that are there now and then, at a multiple of eight.</summary>
    [WhenFlag(nameof(There), RecordParts.Note), Align(8), Prefixed(1)] public byte[]? Note { get; set; }

    /// <summary>A checksum that is there now and then, of the title and what follows.</summary>
    [WhenFlag(nameof(There), RecordParts.Extra), Checksum<Sum16>(Over = ["Title..Note"])]
    public ushort? EarlySum { get; private set; }

    /// <summary>Entries up to the one that says it is the last.</summary>
    [Until(nameof(TaggedEntry.Tag), 0, Max = 100)] public TaggedEntry[] Entries { get; set; } = [];

    /// <summary>Entries that are counted before them.</summary>
    [Prefixed(1)] public SummedPart[] Parts { get; set; } = [];

    /// <summary>A checksum of two ranges, the later one first.</summary>
    [Checksum<Sum16>(Over = ["Note..Entries", "Magic..There"])] public ushort TwoRanges { get; private set; }

    /// <summary>A checksum of all but a text and the last sum, itself counting as another value.</summary>
    [Checksum<Sum16>(Except = ["Title", "Sum"], Self = ChecksumSelf.Filled, Fill = 0x20)]
    public ushort MostOf { get; private set; }

    /// <summary>A checksum of all before it.</summary>
    [Checksum<Sum16>] public ushort Sum { get; private set; }

    /// <summary>A rule in C#.</summary>
    [Rule("a name does not start with its title", Field = nameof(Name), Spec = "None, 2")]
    private static bool IsNamedOtherwise(EveryRecord record) =>
        record.Title.Length == 0 || !record.Name.StartsWith(record.Title, StringComparison.Ordinal);

    /// <summary>A rule that counts now and then.</summary>
    [Rule("an extra number is not the number of numbers"), WhenFlag(nameof(There), RecordParts.Extra)]
    private static bool IsExtra(in EveryRecord record) => record.Extra != record.NumberCount;
}
