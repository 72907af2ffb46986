namespace FormatKit.Formats.Partitions;

/// <summary>One of the two copies of a GPT: a header and its entries.</summary>
internal sealed class GptCopy
{
    /// <summary>The most bytes of entries that are read, 32,768 entries: Linux reads no more either.</summary>
    public const int MaxEntriesLength = 4 << 20;

    private GptHeader _header;

    private GptCopy(GuestOffset place, int sectorSize, in GptHeader header) =>
        (Place, SectorSize, _header) = (place, sectorSize, header);

    public ref readonly GptHeader Header => ref _header;

    public GuestOffset Place { get; }

    public int SectorSize { get; }

    /// <summary>The entries; none where they are not read.</summary>
    public byte[] Entries { get; private set; } = [];

    public GuestOffset EntriesPlace { get; private set; }

    /// <summary>What is wrong with the header; null where nothing is.</summary>
    public string? HeaderProblem { get; private set; }

    /// <summary>What is wrong with the entries; null where nothing is.</summary>
    public string? EntriesProblem { get; private set; }

    /// <summary>Whether it says that it is where it is.</summary>
    public bool IsInPlace => _header.MyLba == (ulong)(Place.Value / SectorSize);

    public bool IsWhole => (HeaderProblem ?? EntriesProblem) is null;

    /// <summary>The first thing that is wrong.</summary>
    public string Problem => HeaderProblem ?? EntriesProblem ?? "nothing is wrong with it";

    /// <summary>Reads the copy whose header is at a place.</summary>
    /// <returns>The copy, whole or not; null where no header is.</returns>
    public static GptCopy? At(IByteSource disk, GuestOffset place, int sectorSize)
    {
        if (!disk.TryRead<GptHeader>(place.Value, out var header) || !LayoutMagic.HasMagic(header))
        {
            return null;
        }

        var copy = new GptCopy(place, sectorSize, header);
        copy.HeaderProblem = copy.JudgeHeader();
        copy.EntriesProblem = copy.ReadEntries(disk);
        return copy;
    }

    private string? JudgeHeader() =>
        Layout.Validate(in _header, Strictness.Wild) is [var first, ..] ? $"{first}"
        : !IsInPlace
            ? $"the GPT header in logical block {Place.Value / SectorSize} says that it is in {_header.MyLba}"
        : null;

    private string? ReadEntries(IByteSource disk)
    {
        var place = (UInt128)_header.EntriesLba * (uint)SectorSize;
        var length = (ulong)_header.EntryCount * _header.EntrySize;
        if (_header.EntrySize < Layout.SizeOf<GptEntry>())
        {
            return $"entries of {_header.EntrySize} bytes are shorter than a GPT's";
        }

        if (length > MaxEntriesLength)
        {
            return $"{length} bytes of GPT entries are more than the {MaxEntriesLength} that are read";
        }

        if (place + length > (ulong)disk.Length)
        {
            return $"the GPT entries in logical block {_header.EntriesLba} are not on the disk";
        }

        EntriesPlace = new GuestOffset((long)place);
        var entries = new byte[length];
        if (disk.Read(entries, EntriesPlace.Value) != entries.Length)
        {
            return $"the GPT entries at byte {EntriesPlace.Value} cannot be read";
        }

        Entries = entries;
        return _header.IsValid(entries, Strictness.Wild)
            ? null
            : $"the GPT entries at byte {EntriesPlace.Value} have another checksum";
    }
}
