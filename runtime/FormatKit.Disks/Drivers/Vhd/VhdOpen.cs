using System.Globalization;
using FormatKit.Disks.Drivers.Flat;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>From the bytes of a VHD to its driver, every header checked on the way.</summary>
internal static class VhdOpen
{
    public static OpenedDriver Open(ByteStore store, VhdSizeRule? ruleAskedFor)
    {
        var footers = VhdFooters.Read(store);
        var footer = footers.Choose(store);
        var footerOffset = footers.TrailingIsWhole ? footers.TrailingOffset : 0;
        var rule = ruleAskedFor ?? VhdSize.RuleOf(footer);
        var guestLength = GuestLength(store, footer, footerOffset, rule);
        var details = Details(footer, rule);
        if (footer.DiskType == VhdDiskType.Fixed)
        {
            return new OpenedDriver(OpenFixed(store, footers, guestLength), details, [])
            {
                Identity = footer.UniqueId.ToString(),
                StaleCopies = [.. footers.StaleCopies(footer)],
            };
        }

        var header = ReadHeader(store, footer, footerOffset);
        var layout = LayoutOf(store, footer, header, guestLength);
        var spare = new VhdSpareEntries(store, layout, header.MaxTableEntries);
        details.Add(new ImageDetail("block-size", TextForm.Size((ulong)layout.BlockSize)));
        return WithBatmap(VhdBatmap.Find(store, footer, header, layout));

        IReadOnlyList<Region> BehindEnd() => spare.Span() is { } region ? [region] : [];

        OpenedDriver WithBatmap(VhdBatmap? batmap)
        {
            var hasParent = footer.DiskType == VhdDiskType.Differencing;
            var names = hasParent
                ? VhdParentNames.Read(store, header, new HostOffset((long)footer.DataOffset))
                : null;
            var driver = new VhdDynamicDriver(
                layout, footer, [.. StaticRegions(store, footers, footer, header, batmap), .. BehindEnd()])
            {
                Batmap = batmap,
                HasParent = hasParent,
                Spare = spare,
            };
            var opened = new OpenedDriver(
                driver, [.. details, new ImageDetail("batmap", VhdBatmap.Describe(batmap))], names?.Warnings ?? [])
            {
                Identity = footer.UniqueId.ToString(),
                Backing = names is null ? null : VhdParent.Of(header, names),
                StaleCopies = [.. footers.StaleCopies(footer)],
                Mends = footers.CopyIsStale ? [new HostWrite(default, Layout.BytesOf(ref footer).ToArray())] : [],
            };
            return batmap?.Join(opened, () => WithBatmap(batmap.LeftAlone(
                layout, "its place is also that of something else"))) ?? opened;
        }
    }

    /// <summary>Reads and validates the dynamic header that a footer points at.</summary>
    public static VhdDynamicHeader ReadHeader(ByteStore store, in VhdFooter footer, long footerOffset)
    {
        var headerOffset = footer.DataOffset;
        var last = store.Length - Layout.SizeOf<VhdDynamicHeader>();
        if (headerOffset > (ulong)Math.Max(0, last)
            || !store.TryRead<VhdDynamicHeader>((long)headerOffset, out var header))
        {
            throw FieldErrors.Of(
                store, footerOffset, footer, nameof(VhdFooter.DataOffset),
                $"a place with room for a dynamic header of {Layout.SizeOf<VhdDynamicHeader>()} bytes in the file's "
                + $"{store.Length}");
        }

        var violations = Layout.Validate(header);
        return violations.Count == 0
            ? header
            : throw ImageException.ForViolation(store.Name, (long)headerOffset, violations[0]);
    }

    /// <summary>The arithmetic of a dynamic disk, its header's values checked against the file.</summary>
    private static VhdLayout LayoutOf(
        ByteStore store, in VhdFooter footer, in VhdDynamicHeader header, long guestLength)
    {
        var at = (long)footer.DataOffset;
        if (header.BlockSize is < VhdLayout.MinBlockSize or > VhdLayout.MaxBlockSize || !uint.IsPow2(header.BlockSize))
        {
            throw FieldErrors.Of(
                store, at, header, nameof(VhdDynamicHeader.BlockSize),
                $"a power of two from {VhdLayout.MinBlockSize} to {VhdLayout.MaxBlockSize}");
        }

        var entries = header.MaxTableEntries;
        var blocks = (guestLength + header.BlockSize - 1) / header.BlockSize;
        if (entries > VhdLayout.MaxTableEntries || entries < blocks)
        {
            throw FieldErrors.Of(
                store, at, header, nameof(VhdDynamicHeader.MaxTableEntries),
                $"{blocks}, a block of {header.BlockSize} bytes each, to {VhdLayout.MaxTableEntries}");
        }

        var tableEnd = store.Length - (entries * (long)sizeof(uint));
        if (header.TableOffset % VhdLayout.SectorSize != 0 || tableEnd < 0 || header.TableOffset > (ulong)tableEnd)
        {
            throw FieldErrors.Of(
                store, at, header, nameof(VhdDynamicHeader.TableOffset),
                $"a multiple of {VhdLayout.SectorSize} with room for {entries} entries in the file's {store.Length} "
                + "bytes");
        }

        return new VhdLayout(guestLength, (int)header.BlockSize, new HostOffset((long)header.TableOffset));
    }

    private static FlatDriver OpenFixed(ByteStore store, VhdFooters footers, long guestLength)
    {
        var dataEnd = footers.TrailingIsWhole ? footers.TrailingOffset : store.Length;
        if (guestLength > dataEnd)
        {
            throw FieldErrors.Of(
                store, footers.TrailingOffset, footers.Trailing, nameof(VhdFooter.CurrentSize),
                $"at most the {dataEnd} bytes before the footer", "the file was truncated");
        }

        return new FlatDriver(guestLength, () => guestLength);
    }

    private static long GuestLength(ByteStore store, in VhdFooter footer, long footerOffset, VhdSizeRule rule)
    {
        var length = VhdSize.Of(footer, rule);
        return length <= (ulong)VhdLayout.MaxGuestLength && length % VhdLayout.SectorSize == 0
            ? (long)length
            : throw FieldErrors.Of(
                store, footerOffset, footer, nameof(VhdFooter.CurrentSize),
                $"a multiple of {VhdLayout.SectorSize} up to {VhdLayout.MaxGuestLength}");
    }

    private static List<Region> StaticRegions(
        ByteStore store, VhdFooters footers, in VhdFooter footer, in VhdDynamicHeader header, VhdBatmap? batmap)
    {
        var headerAt = new HostOffset((long)footer.DataOffset);
        var table = new HostOffset((long)header.TableOffset);
        var tableLength = header.MaxTableEntries * (long)sizeof(uint);
        List<Region> regions =
        [
            new(RegionKind.Header, new HostRange(default, Layout.SizeOf<VhdFooter>())),
            new(RegionKind.Header, new HostRange(headerAt, Layout.SizeOf<VhdDynamicHeader>()), Index: 1),
            new(RegionKind.Table, new HostRange(table, tableLength), headerAt),
        ];
        if (batmap is not null)
        {
            regions.AddRange(batmap.Regions);
        }

        for (var slot = 0; slot < header.ParentLocators.Length; slot++)
        {
            ref readonly var locator = ref header.ParentLocators[slot];
            if (locator.PlatformCode != VhdParentLocatorCode.None && locator.DataLength > 0)
            {
                var name = new HostRange(PlaceOf(locator.DataOffset), locator.DataLength);
                regions.Add(new Region(RegionKind.ParentName, name, headerAt, slot));
            }
        }

        if (footers.TrailingIsWhole)
        {
            var length = store.Length - footers.TrailingOffset;
            regions.Add(new Region(
                RegionKind.Footer, new HostRange(new HostOffset(footers.TrailingOffset), length)));
        }

        return regions;
    }

    /// <summary>A place that a structure names, however far behind the end of any file: then as far as a number can say
    /// that still has room for a length.</summary>
    public static HostOffset PlaceOf(ulong offset) => new((long)Math.Min(offset, long.MaxValue / 2));

    private static List<ImageDetail> Details(in VhdFooter footer, VhdSizeRule rule) =>
    [
        new("subformat", footer.DiskType.ToString().ToLowerInvariant()),
        new("size-rule", rule == VhdSizeRule.Geometry ? "geometry (chs)" : "current size"),
        new("creator", string.Create(
            CultureInfo.InvariantCulture,
            $"{Words(footer.CreatorApplication)} {footer.CreatorVersion >> 16}.{footer.CreatorVersion & 0xFFFF}")),
        new("created", footer.CreatedAt.ToString("yyyy-MM-dd HH:mm:ssZ", CultureInfo.InvariantCulture)),
        new("unique-id", footer.UniqueId.ToString()),
        new("geometry", footer.Geometry.ToString()),
    ];

    /// <summary>A creator without the blanks and zeros that fill it up to four characters.</summary>
    private static string Words(FourCC creator) =>
        creator.ToString().Trim('"').Replace("\\0", "", StringComparison.Ordinal).TrimEnd();
}
