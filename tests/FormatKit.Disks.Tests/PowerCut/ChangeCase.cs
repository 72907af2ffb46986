using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>A change of an image's structures that power cuts are tried on.</summary>
/// <param name="Name">What it does, as the table names it.</param>
/// <param name="Driver">The kind of image.</param>
/// <param name="Run">Does it.</param>
internal sealed partial record ChangeCase(string Name, CutDriver Driver, Action<ByteStore> Run)
{
    private static readonly NewBacking Moved = Copy("moved.vhd");

    /// <summary>Its names take more space than those of a parent in the same folder.</summary>
    private static readonly NewBacking FarAway = Copy(new string('f', 150) + "/" + new string('g', 150) + "/far.vhd");

    private static readonly CutDriver Alone = CutDrivers.Find("vpc 4K blocks");
    private static readonly CutDriver Child = CutDrivers.Find("vpc child");

    public static IReadOnlyList<ChangeCase> All { get; } =
    [
        new("relink", Child, Relink(Moved)) { Parent = "moved.vhd" },
        new("relink, longer names", Child, Relink(FarAway)) { Parent = "far.vhd" },
        new("rebase, other content", Child, Rebase(TestParents.Zeros)) { Parent = "zeros.vhd" },
        new("rebase to nothing", Child, Rebase(null)),
        new("rebase of a disk without parent", Alone, Rebase(TestParents.Full)) { Parent = "full.vhd" },
        new("rebase of a disk with clear bits", CutDrivers.Find("vpc written elsewhere"), Rebase(TestParents.Full))
        {
            Parent = "full.vhd",
        },
        .. Alone.Damaged.Select((damaged, index) => new ChangeCase(
            $"rebase, footer {index} damaged", Alone, Rebase(TestParents.Full)) { Parent = "full.vhd", Begin = damaged }),
        .. Resizes(),
    ];

    /// <summary>The parent that it has in the end; null for none.</summary>
    public string? Parent { get; init; }

    /// <summary>The image that it begins with; null for the one that all work on the driver begins with.</summary>
    public Func<CutImage>? Begin { get; init; }

    public static ChangeCase Find(string name) => All.Single(change => change.Name == name);

    /// <summary>Guest bytes in the end; null for as many as before.</summary>
    public int? Length { get; init; }

    /// <summary>How many of its barriers must be missed at least: for others something redundant stands in.</summary>
    public int Needed { get; init; } = 2;

    public CutImage Initial() => Begin?.Invoke() ?? Driver.Initial();

    /// <summary>What the guest sees in the end.</summary>
    public byte[] After(byte[] before)
    {
        var after = new byte[Length ?? before.Length];
        before.AsSpan(0, Math.Min(before.Length, after.Length)).CopyTo(after);
        return after;
    }

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
