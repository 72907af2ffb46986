using System.Globalization;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>From the bytes of a sparse extent to its driver, header and descriptor checked on the way.</summary>
internal sealed class VmdkOpen
{
    private readonly ByteStore _store;
    private readonly Vmdk4Header _header;
    private readonly VmdkDescriptor _descriptor;
    private readonly HostRange _descriptorPlace;
    private readonly VmdkSparseLayout _layout;
    private readonly List<string> _warnings = [];
    private readonly List<string> _staleCopies = [];
    private readonly bool _writable;

    private VmdkOpen(ByteStore store, bool writable)
    {
        _store = store;
        _writable = writable;
        _header = VmdkHeaderReader.Read(store);
        _descriptorPlace = VmdkHeaderReader.DescriptorPlace(store, _header);
        _descriptor = VmdkDescriptorReader.Read(store, _descriptorPlace);
        _layout = new VmdkSparseLayout(
            VmdkDescriptorReader.GuestLength(store, _descriptor, _header),
            (int)_header.GrainSize * VmdkSparseLayout.SectorSize, (int)_header.EntriesPerTable);
    }

    private bool HasZeroedGrains => _header.Flags.HasFlag(Vmdk4Flags.ZeroedGrains);

    public static OpenedDriver Open(ByteStore store, bool writable)
    {
        var kind = VmdkStructures.KindOf(store);
        if (kind != VmdkKind.HostedSparse)
        {
            throw new ImageException(
                store.Name, $"this is a VMDK ({Words(kind)}), which cannot be opened yet",
                "'fkit dissect' shows its headers");
        }

        var open = new VmdkOpen(store, writable);
        open.RefuseWriting();
        open.Warn();
        return open.Choose();
    }

    private static string Words(VmdkKind kind) => kind switch
    {
        VmdkKind.CopyOnWrite => "copy-on-write disk, COWD",
        VmdkKind.SeSparse => "space-efficient sparse extent, seSparse",
        VmdkKind.Descriptor => "text descriptor of extents in other files",
        _ => "of no known kind",
    };

    private void RefuseWriting()
    {
        if (!_writable)
        {
            return;
        }

        if (_header.Version == 3)
        {
            throw new ImageException(
                _store.Name,
                "version 3 without compression means that changed blocks are tracked in another file, which writing "
                + "would make wrong; it can be read only", "convert it to a new image to write to");
        }

        if (_descriptor.Extents[0].Access == VmdkAccess.ReadOnly)
        {
            throw new ImageException(_store.Name, "the descriptor says that this disk is for reading only (RDONLY)");
        }
    }

    private void Warn()
    {
        if (_header.UncleanShutdown != 0)
        {
            _staleCopies.Add("the image was not closed after it was written to, or is being written to now");
        }

        if (_header.Capacity != (ulong)_descriptor.Extents[0].Sectors)
        {
            _warnings.Add(
                $"the header's {_header.Capacity} sectors are the descriptor's {_descriptor.Extents[0].Sectors} "
                + "rounded up to whole grains; the header's number is what counts");
        }

        if (_descriptor.ContentId is null)
        {
            _warnings.Add("the descriptor has no content id, so a child could not tell that this disk has changed");
        }
    }

    /// <summary>The directories to go by: both, merged where one is damaged; else the first one alone, else the
    /// other.</summary>
    private OpenedDriver Choose()
    {
        var hasFirst = TryDirectory(_header.DirectoryOffsetOrNull, out var first);
        var isRedundant = _header.Flags.HasFlag(Vmdk4Flags.RedundantDirectory)
            && _header.RedundantDirectoryOffsetOrNull is not null;
        var hasSecond = TryDirectory(_header.RedundantDirectoryOffsetOrNull, out var second) && isRedundant;
        if (hasFirst && hasSecond)
        {
            return Merged(first, second) ?? Merged(second, first) ?? Hopeless(first, second);
        }

        if ((!hasFirst && !hasSecond) || (isRedundant && _writable))
        {
            throw VmdkHeaderReader.Wrong(
                _store, _header,
                hasFirst ? nameof(Vmdk4Header.RedundantDirectoryOffset) : nameof(Vmdk4Header.DirectoryOffset),
                $"a place with room for {_layout.DirectoryLength} bytes in the file's {_store.Length}",
                hasFirst || hasSecond ? "the other grain directory is there: the disk can be read" : null);
        }

        if (isRedundant)
        {
            _staleCopies.Add($"the {(hasFirst ? "redundant " : "")}grain directory is said to be outside the file; the "
                + "other one is used");
        }

        return Opened(new VmdkDirectories(hasFirst ? first : second, null, false), [], [], null);
    }

    private bool TryDirectory(ulong? sector, out HostRange place)
    {
        place = default;
        return sector is { } known && VmdkHeaderReader.TryPlace(_store, known, _layout.DirectoryLength, out place);
    }

    private OpenedDriver? Merged(HostRange leading, HostRange other)
    {
        var copies = new VmdkTableCopies(_store, _layout, HasZeroedGrains, leading, other);
        if (!copies.TryCompare())
        {
            return null;
        }

        return Opened(
            new VmdkDirectories(leading, other, true), copies.Mends, copies.Copies(otherHasTables: true),
            copies.Differences == 0 ? null
                : $"the two grain directories and their tables differ in {copies.Differences} places; "
                + "what is whole in either is used",
            () => Alone(leading, other));
    }

    /// <summary>Neither copy can help the other. The first may be read; but writing would have the other follow it, and
    /// that may be the better one.</summary>
    private OpenedDriver Hopeless(HostRange first, HostRange second) =>
        !_writable ? Alone(first, second) : throw new ImageException(
            _store.Name, "the two grain directories and their tables differ in more places than any damage makes, so which "
            + "one is right cannot be told", "read the disk, and convert it to a new image when it is right");

    private OpenedDriver Alone(HostRange leading, HostRange other) =>
        Alone(leading, other, () => Alone(other, leading, otherwise: null));

    private OpenedDriver Alone(HostRange leading, HostRange other, Func<OpenedDriver>? otherwise)
    {
        var copies = new VmdkTableCopies(_store, _layout, HasZeroedGrains, leading, other);
        return Opened(
            new VmdkDirectories(leading, other, false), [], copies.Copies(otherHasTables: false),
            $"the grain directory at {other.Start} or its tables are damaged; the one at {leading.Start} is used",
            otherwise);
    }

    private OpenedDriver Opened(
        VmdkDirectories directories, IReadOnlyList<HostWrite> mends, IEnumerable<HostWrite> copies, string? damage,
        Func<OpenedDriver>? otherwise = null)
    {
        var driver = new VmdkSparseDriver(_layout, directories, StaticRegions(directories), () => _store.Length)
        {
            HasZeroedGrains = HasZeroedGrains,
        };
        return new OpenedDriver(driver, Details(), _warnings)
        {
            StaleCopies = damage is null ? _staleCopies : [.. _staleCopies, damage],
            Mends = mends,
            Copies = copies,
            FirstChange = [HeaderWrite(isOpen: true), .. NewContentId()],
            CleanClose = [HeaderWrite(isOpen: false)],
            Otherwise = otherwise,
        };
    }

    private List<Region> StaticRegions(VmdkDirectories directories)
    {
        List<Region> regions =
        [
            new(RegionKind.Header, new HostRange(default, Layout.SizeOf<Vmdk4Header>()), Padding: OverheadPadding()),
            new(RegionKind.Header, _descriptorPlace, Name: "descriptor"),
            new(RegionKind.Table, directories.Leading, Name: "grain directory"),
        ];
        if (directories.Other is { } other)
        {
            regions.Add(new Region(RegionKind.Table, other, Name: "second grain directory"));
        }

        return regions;
    }

    /// <summary>Everything that the header counts as overhead is kept free of grains and in the file: 7-Zip refuses a
    /// disk with a grain there, qemu one that is shorter.</summary>
    private long OverheadPadding()
    {
        var inFile = Math.Min(_header.Overhead, (ulong)_store.Length / VmdkSparseLayout.SectorSize);
        return Math.Max(0, ((long)inFile * VmdkSparseLayout.SectorSize) - Layout.SizeOf<Vmdk4Header>());
    }

    private HostWrite HeaderWrite(bool isOpen)
    {
        var header = _header;
        header.UncleanShutdown = isOpen ? (byte)1 : (byte)0;
        return new HostWrite(default, Layout.BytesOf(ref header).ToArray());
    }

    /// <summary>Another content id with as many digits, so that no other byte of the descriptor moves. Cut off in the
    /// middle it is another one too.</summary>
    private IEnumerable<HostWrite> NewContentId()
    {
        if (_writable && _descriptor.ContentIdDigits is { } digits)
        {
            var text = VmdkContentId.Another(_descriptor.ContentId ?? 0, digits.Length, _descriptor.Encoding);
            yield return new HostWrite(_descriptorPlace.Start + digits.Start, text);
        }
    }

    private List<ImageDetail> Details()
    {
        List<ImageDetail> details =
        [
            new("subformat", "monolithicSparse"),
            new("version", _header.Version.ToString(CultureInfo.InvariantCulture)),
            new("grain-size", TextForm.Size((ulong)_layout.GrainSize)),
            new("zeroed-grains", HasZeroedGrains ? "yes" : "no"),
        ];
        Add("content-id", _descriptor.ContentId?.ToString("x8", CultureInfo.InvariantCulture));
        Add("adapter-type", _descriptor["ddb.adapterType"]);
        Add("hardware-version", _descriptor["ddb.virtualHWVersion"]);
        return details;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                details.Add(new ImageDetail(name, value));
            }
        }
    }
}
