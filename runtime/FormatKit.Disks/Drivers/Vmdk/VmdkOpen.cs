using System.Globalization;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>From the bytes of a sparse extent to its driver, header and descriptor checked on the way.</summary>
internal sealed partial class VmdkOpen
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

    /// <summary>Another content id with as many digits, so that no other byte of the descriptor moves. A cut in its
    /// middle comes before any content has changed, so whatever is there then does no harm.</summary>
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
