namespace FormatKit.Benchmarks.Catalogs;

/// <summary>What a catalog has besides its entries.</summary>
[Flags]
public enum CatalogFlags : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A time.</summary>
    Stamped = 1,
}

/// <summary>
/// A list of files as archives have it: counts, lengths, texts, tagged bodies and a checksum of it all.
/// </summary>
[BinaryRecord(ByteOrder.LittleEndian)]
public sealed partial class Catalog
{
    /// <summary>The magic.</summary>
    [Magic("CTLG")] public uint Magic { get; private set; }

    /// <summary>The version.</summary>
    [Range(1, 3)] public ushort Version { get; set; } = 1;

    /// <summary>What is there.</summary>
    public CatalogFlags Flags { get; set; }

    /// <summary>How many entries there are.</summary>
    public uint EntryCount { get; private set; }

    /// <summary>When it was written.</summary>
    [WhenFlag(nameof(Flags), CatalogFlags.Stamped)] public ulong? Stamp { get; set; }

    /// <summary>A title.</summary>
    [Prefixed(2), Encoded(TextEncoding.Utf8)] public string Title { get; set; } = "";

    /// <summary>The entries.</summary>
    [Count(nameof(EntryCount), Max = 100_000)] public CatalogEntry[] Entries { get; set; } = [];

    /// <summary>The CRC-32 of all before it.</summary>
    [Checksum<Crc32>(Over = ["..Entries"])] public uint Crc { get; private set; }
}

/// <summary>A file of a catalog.</summary>
[BinaryRecord(ByteOrder.LittleEndian)]
public sealed partial class CatalogEntry
{
    /// <summary>A number of its own.</summary>
    public ulong Id { get; set; }

    /// <summary>Bits about it.</summary>
    public ushort Mode { get; set; }

    /// <summary>The kind of its content.</summary>
    public byte Kind { get; private set; }

    /// <summary>Its name.</summary>
    [Prefixed(1), Encoded(TextEncoding.Utf8)] public string Name { get; set; } = "";

    /// <summary>The number of its owner, where bit 0 of the mode is set.</summary>
    [WhenFlag(nameof(Mode), 1)] public uint? Owner { get; set; }

    /// <summary>Where its content is.</summary>
    [TaggedBy(nameof(Kind))] public CatalogContent Content { get; set; } = null!;
}

/// <summary>Where the content of a file is.</summary>
[BinaryVariants<byte>]
[Variant(1, typeof(FarContent))]
[Variant(2, typeof(NearContent))]
[Variant(3, typeof(LinkContent))]
public abstract partial class CatalogContent;

/// <summary>Content elsewhere.</summary>
[BinaryRecord(ByteOrder.LittleEndian)]
public sealed partial class FarContent : CatalogContent
{
    /// <summary>Where it starts.</summary>
    public ulong Start { get; set; }

    /// <summary>How many bytes it has.</summary>
    public uint Length { get; set; }
}

/// <summary>Content right here.</summary>
[BinaryRecord(ByteOrder.LittleEndian)]
public sealed partial class NearContent : CatalogContent
{
    /// <summary>The content.</summary>
    [Prefixed(2)] public byte[] Bytes { get; set; } = [];
}

/// <summary>Another file.</summary>
[BinaryRecord(ByteOrder.LittleEndian)]
public sealed partial class LinkContent : CatalogContent
{
    /// <summary>Its path.</summary>
    [Terminated, Encoded(TextEncoding.Utf8)] public string Path { get; set; } = "";
}
