using System.Globalization;
using FormatKit.Disks.Storage;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>What the options for a new VHD come to, all together: the profile's word where no option says another.
/// </summary>
/// <param name="Profile">The profile.</param>
/// <param name="Type">The kind of disk.</param>
/// <param name="BlockSize">Guest bytes in a block.</param>
/// <param name="Creator">The creator application.</param>
/// <param name="HasBatmap">Whether it has blktap's batmap.</param>
/// <param name="RoundsToGeometry">Whether the size is rounded up to one that a geometry can say.</param>
internal sealed record VhdCreateOptions(
    VhdProfile Profile, VhdDiskType Type, long BlockSize, FourCC Creator, bool HasBatmap, bool RoundsToGeometry)
{
    private const int DefaultBlockSize = 2 << 20;
    private static readonly FourCC WindowsHost = FourCC.Of("Wi2k");

    /// <summary>The options that there are.</summary>
    public static IReadOnlyList<FormatOption> Known { get; } =
    [
        new("subformat", "dynamic (default) or fixed"),
        new("block_size",
            "guest bytes allocated together in a dynamic disk, a power of two from 512 to 256M (default 2M); "
            + "less than 4K is misread by qemu and refused by others"),
        new("batmap",
            "on or off (default, but for tapdisk): whether a dynamic disk has blktap's map of full blocks, whose "
            + "sector bitmaps need not be read then; tapdisk looks for it only in its own disks"),
        new("creator",
            "the creator application, up to four letters or digits, \\0 for NUL (default win); readers take the "
            + "geometry for the size of 'vpc' and 'qemu', and a batmap for granted in 'tap\\0'"),
        new("geometry",
            "exact (default): the guest has the size that was asked for, and the geometry says as much as it can; or "
            + "chs: the size is rounded up, by less than 2 MiB, until the geometry says all of it, so that readers of "
            + "either see the same disk"),
        new("profile",
            "none (default), azure (fixed, whole MiB), hyperv (blocks of 2M or 512K) or xen (tapdisk's creator, and "
            + "so a batmap): what a host of virtual machines wants; other options may add to it, not break it"),
    ];

    /// <summary>Takes the options.</summary>
    /// <param name="options">As given.</param>
    /// <param name="isChild">Whether the disk gets a parent, so that no option says its kind.</param>
    /// <exception cref="ArgumentException">A value is impossible, or two do not go together.</exception>
    public static VhdCreateOptions Take(OptionValues options, bool isChild)
    {
        var name = options.Choice(
            "profile", VhdProfile.None.Name, [.. VhdProfile.All.Select(profile => profile.Name)]);
        var profile = VhdProfile.All.Single(profile => profile.Name == name);
        var blockSize = options.Size("block_size", DefaultBlockSize);
        if (profile.BlockSizes.Count > 0 && !profile.BlockSizes.Contains(blockSize))
        {
            throw new ArgumentException(
                $"block_size={blockSize} does not go with profile={name}, which takes "
                + $"{string.Join(" or ", profile.BlockSizes)}.");
        }

        var type = TypeOf(options, profile, isChild);
        var creator = options.Text("creator") is { } text ? CreatorOf(text) : profile.Creator;
        var hasBatmap = HasBatmapOf(options, type, creator);
        var rounds = options.Choice("geometry", "exact", "exact", "chs") == "chs";
        return !(isChild && rounds)
            ? new VhdCreateOptions(profile, type, blockSize, creator, hasBatmap, rounds)
            : throw new ArgumentException(
                "geometry=chs does not go with a parent: a child has the size that was given.");
    }

    /// <summary>The guest's size for the one that was asked for.</summary>
    /// <exception cref="ImageException">There can be no such disk.</exception>
    public long LengthFor(ByteStore store, long length)
    {
        if (length % VhdLayout.SectorSize != 0 || length > VhdLayout.MaxGuestLength)
        {
            throw new ImageException(store.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"a VHD's disk has a multiple of {VhdLayout.SectorSize} bytes up to {VhdLayout.MaxGuestLength}, not "
                + $"{length}"));
        }

        var rounded = RoundsToGeometry
            ? VhdGeometry.RoundUp(length / VhdLayout.SectorSize) * VhdLayout.SectorSize
            : length;
        if (rounded % Profile.Unit != 0)
        {
            throw new ImageException(
                store.Name,
                $"profile={Profile.Name} takes disks of whole MiB only, not {TextForm.Size((ulong)rounded)} ({rounded} "
                + "bytes)",
                RoundsToGeometry
                    ? "leave geometry=chs out: it rounds sizes to others"
                    : $"the next larger one is {((length / Profile.Unit) + 1) * (Profile.Unit >> 20)}M");
        }

        var footer = NewFooter(rounded);
        var seen = VhdSize.Of(footer, VhdSize.RuleOf(footer));
        return seen == (ulong)rounded
            ? rounded
            : throw new ImageException(
                store.Name,
                $"readers take the geometry for the size of a disk whose creator is {Creator}: of {rounded} bytes they "
                + $"would see {seen}",
                "with '-o geometry=chs' the size is rounded up to one that a geometry can say");
    }

    /// <summary>The footer for a disk, without data offset and checksum.</summary>
    public VhdFooter NewFooter(long length)
    {
        var isTapdisks = IsTapdisks(Creator);
        return new VhdFooter
        {
            Features = VhdFeatures.Reserved,
            CreatedAt = DateTimeOffset.UtcNow,
            CreatorApplication = Creator,
            CreatorVersion = Creator == VhdProfile.Windows ? 0x0006_0003u : isTapdisks ? 0x0001_0003u : 0x0001_0000u,
            CreatorHost = isTapdisks ? default : WindowsHost,
            OriginalSize = (ulong)length,
            CurrentSize = (ulong)length,
            Geometry = VhdGeometry.For(length / VhdLayout.SectorSize),
            DiskType = Type,
            UniqueId = Guid.NewGuid(),
        };
    }

    /// <summary>tapdisk takes a creator for its own by the first three characters.</summary>
    public static bool IsTapdisks(FourCC creator) => creator.Value >> 8 == VhdProfile.Tapdisk.Value >> 8;

    private static VhdDiskType TypeOf(OptionValues options, VhdProfile profile, bool isChild)
    {
        var otherwise = isChild ? "differencing" : Word(profile.Types[0]);
        var word = isChild
            ? options.Choice("subformat", otherwise, "differencing")
            : options.Choice("subformat", otherwise, "dynamic", "fixed");
        var type = profile.Types.FirstOrDefault(type => Word(type) == word);
        return type != default
            ? type
            : throw new ArgumentException(
                $"A {word} disk does not go with profile={profile.Name}, which takes "
                + $"{string.Join(" or ", profile.Types.Select(Word))} ones.");
    }

    /// <summary>tapdisk trusts that its own disks, of version 1.2 and later, have a batmap.</summary>
    private static bool HasBatmapOf(OptionValues options, VhdDiskType type, FourCC creator)
    {
        var isNeeded = IsTapdisks(creator) && type != VhdDiskType.Fixed;
        var hasBatmap = options.Choice("batmap", isNeeded ? "on" : "off", "on", "off") == "on";
        return hasBatmap && type == VhdDiskType.Fixed
            ? throw new ArgumentException("batmap=on does not go with a fixed disk, which has no blocks.")
            : isNeeded && !hasBatmap
            ? throw new ArgumentException(
                $"batmap=off does not go with creator {creator}: tapdisk takes a batmap for granted in its disks.")
            : hasBatmap;
    }

    private static string Word(VhdDiskType type) => type.ToString().ToLowerInvariant();

    private static FourCC CreatorOf(string text)
    {
        var creator = text.Replace("\\0", "\0", StringComparison.Ordinal).PadRight(4);
        return text.Length > 0 && creator.Length == 4
            && creator.All(character => character is '\0' or ' ' || char.IsAsciiLetterOrDigit(character))
            ? FourCC.Of(creator)
            : throw new ArgumentException(
                $"creator={text} is not possible; it is one to four letters, digits and blanks, \\0 for NUL.");
    }
}
