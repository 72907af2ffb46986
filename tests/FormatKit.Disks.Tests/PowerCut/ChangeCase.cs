using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>A change of an image's structures that power cuts are tried on.</summary>
/// <param name="Name">What it does, as the table names it.</param>
/// <param name="Driver">The kind of image, which names a row of <see cref="CutDrivers"/>.</param>
/// <param name="Run">Does it.</param>
internal sealed record ChangeCase(string Name, string Driver, Action<ByteStore> Run)
{
    private static readonly NewBacking Moved = Copy("moved.vhd");

    /// <summary>Its names take more space than those of a parent in the same folder.</summary>
    private static readonly NewBacking FarAway = Copy(new string('f', 150) + "/" + new string('g', 150) + "/far.vhd");

    public static IReadOnlyList<ChangeCase> All { get; } =
    [
        new("relink", "vpc child", Relink(Moved)) { Parent = "moved.vhd" },
        new("relink, longer names", "vpc child", Relink(FarAway)) { Parent = "far.vhd" },
        new("rebase, other content", "vpc child", Rebase(TestParents.Zeros)) { Parent = "zeros.vhd" },
        new("rebase to nothing", "vpc child", Rebase(null)),
        new("rebase of a disk without parent", "vpc 4K blocks", Rebase(TestParents.Full)) { Parent = "full.vhd" },
        new("rebase of a disk with clear bits", "vpc written elsewhere", Rebase(TestParents.Full))
        {
            Parent = "full.vhd",
        },
        .. CutDrivers.Find("vpc 4K blocks").Damaged.Select((damaged, index) => new ChangeCase(
            $"rebase, footer {index} damaged", "vpc 4K blocks", Rebase(TestParents.Full))
        {
            Parent = "full.vhd", Begin = damaged,
        }),
    ];

    /// <summary>The parent that it has in the end; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>The image that it begins with; null for the one that all work on the driver begins with.</summary>
    public Func<CutImage>? Begin { get; init; }

    public static ChangeCase Find(string name) => All.Single(change => change.Name == name);

    public CutImage Initial() => Begin?.Invoke() ?? CutDrivers.Find(Driver).Initial();

    private static Action<ByteStore> Relink(NewBacking backing) =>
        store => RelinkOperation.Run(store, ImageFormats.Vhd, backing, force: false);

    private static Action<ByteStore> Rebase(NewBacking? backing) => store =>
    {
        using var parent = backing is null ? null : DiskImage.Open(
            TestParents.Gate.Open(Path.GetFileName(backing.AbsolutePath), FileOpenOptions.ForReading));
        var options = new ImageOpenOptions { Format = ImageFormats.Vhd, Gate = TestParents.Gate };
        RebaseOperation.Run(
            store, options, parent, backing, new RebaseOptions { Workers = 1 }, TestContext.Current.CancellationToken);
    };

    /// <summary>The full parent under another name.</summary>
    private static NewBacking Copy(string path)
    {
        TestParents.Gate[Path.GetFileName(path)] = TestParents.Gate[TestParents.Full.RelativePath!];
        return TestParents.Full with { RelativePath = path, AbsolutePath = "/disks/" + path };
    }
}
