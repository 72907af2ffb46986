namespace FormatKit.Interop.Tests.Schemas;

/// <summary>What the formats and the records of everything that can be declared do without.</summary>
[BinaryRecord(ByteOrder.LittleEndian, Align = 4)]
public sealed partial class ExportedRecord
{
    /// <summary>Tells what follows.</summary>
    [EnumPolicy(UnknownValues.Reject)] public ExportedKind Kind { get; set; }

    /// <summary>Counts up.</summary>
    public sbyte Version { get; set; }

    /// <summary>Counts up, too.</summary>
    public byte Level { get; set; }

    /// <summary>The bytes of the inner record.</summary>
    public ushort InnerLength { get; private set; }

    /// <summary>The bytes of the list.</summary>
    public uint ListLength { get; private set; }

    /// <summary>A record that a length bounds.</summary>
    [Length(nameof(InnerLength), Plus = 2)] public ExportedPart Inner { get; set; } = new();

    /// <summary>A record that ends by itself.</summary>
    public ExportedPart Plain { get; set; } = new();

    /// <summary>Numbers by their bytes.</summary>
    [Length(nameof(ListLength), Max = 60)] public short[] List { get; set; } = [];

    /// <summary>Numbers of a width that few languages have.</summary>
    [Prefixed(3), Width(5), Endian(ByteOrder.BigEndian)] public ulong[] Wide { get; set; } = [];

    /// <summary>Numbers with a sign of a width that few languages have.</summary>
    [FixedCount(3), Width(3)] public int[] Narrow { get; set; } = [0, 0, 0];

    /// <summary>There in one kind.</summary>
    [When(nameof(Kind), ExportedKind.Second), Width(6)] public ulong? WhenSecond { get; set; }

    /// <summary>There in a version.</summary>
    [When(nameof(Version), -3)] public FourCC? WhenNegative { get; set; }

    /// <summary>There since a level.</summary>
    [Since(nameof(Level), 100), Bytes(3)] public byte[]? SinceLevel { get; set; }

    /// <summary>A wide text up to its zero.</summary>
    [Terminated(Max = 40), Encoded(TextEncoding.Utf16BigEndian)] public string Name { get; set; } = "";

    /// <summary>Bytes without a meaning.</summary>
    [Reserved(2)] public byte[] Gap { get; set; } = [0, 0];

    /// <summary>Parts by their bytes, of which the last may say that it is.</summary>
    [Prefixed(5, InBytes = true, Plus = 1), Until(nameof(ExportedPart.Type), "last")]
    public ExportedPart[] Parts { get; set; } = [];

    /// <summary>Within records like itself.</summary>
    [When(nameof(Kind), ExportedKind.Nested)] public ExportedRecord? Within { get; set; }

    /// <summary>Unique numbers.</summary>
    [Prefixed(1, Max = 3), UniqueId(GuidOrder.Mixed)] public Guid[] Ids { get; set; } = [];
}

/// <summary>What an <see cref="ExportedRecord"/> has.</summary>
public enum ExportedKind : ushort
{
    /// <summary>Nothing more.</summary>
    First = 1,

    /// <summary>Some fields.</summary>
    Second = 7,

    /// <summary>Another record.</summary>
    Nested = 9,
}

/// <summary>A part with a type.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
public sealed partial class ExportedPart
{
    /// <summary>Tells the part.</summary>
    public FourCC Type { get; set; }

    /// <summary>Its text.</summary>
    [Prefixed(2, Max = 30), Encoded(TextEncoding.Ascii)] public string Text { get; set; } = "";
}
