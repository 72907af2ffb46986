using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.PowerCut;

/// <content>Longer and shorter disks.</content>
internal sealed partial record ChangeCase
{
    private const int Unit = 4096;
    private const string WithMap = "block_size=4K,batmap=on";

    private static IEnumerable<ChangeCase> Resizes()
    {
        var batmap = Vpc("vpc with batmap", WithMap);
        var isFixed = Vpc("vpc fixed", "subformat=fixed");
        return
        [
            Resize("grow", Alone, 10 * Unit),
            Resize("grow, last block stale behind its end", Alone, 10 * Unit) with { Begin = StaleEnd },
            Resize("grow within the last block", Alone, (5 * Unit) + 1536) with { Begin = StaleEnd },
            Resize("grow, the table moves", Alone, 200 * Unit) with { Begin = StaleEnd },
            Resize("shrink", Alone, (Unit * 3) + 512),
            Resize("shrink to nothing", Alone, 0),
            .. Alone.Damaged.Select((damaged, index) =>
                Resize($"grow, footer {index} damaged", Alone, 200 * Unit) with { Begin = damaged }),
            Resize("grow with batmap", batmap, 10 * Unit),
            Resize("grow with batmap, both move", batmap, 200 * Unit),
            Resize("shrink with batmap", batmap, Unit + 512),
            Resize("grow below a longer parent", Child, 8 * Unit) with { Begin = () => Short(false), Parent = Full },
            Resize("grow below one, last block there", Child, 8 * Unit) with
            {
                Begin = () => Short(true), Parent = Full,
            },
            Resize("grow below one, the table moves", Child, 200 * Unit) with
            {
                Begin = () => Short(false), Parent = Full,
            },
            Resize("grow fixed", isFixed, 10 * Unit),
            Resize("grow fixed by a sector", isFixed, (5 * Unit) + 1536 + 512),
            Resize("shrink fixed", isFixed, 2 * Unit),
        ];
    }

    private static string Full => TestParents.Full.RelativePath!;

    private static CutDriver Vpc(string name, string options) =>
        new(name, new TestedDriver(ImageFormats.Vhd, options, Unit));

    private static ChangeCase Resize(string name, CutDriver driver, int length) => new(name, driver, store =>
    {
        var options = new ImageOpenOptions { Format = ImageFormats.Vhd, Gate = TestParents.Gate };
        ResizeOperation.Run(store, options, length, allowDataLoss: true, TestContext.Current.CancellationToken);
    })
    {
        Length = length,
        Needed = 1, // where all that changes of a header is in one sector, its second copy stands in for the others
    };

    /// <summary>A disk whose last block is there, with something in the file behind the disk's end.</summary>
    private static CutImage StaleEnd()
    {
        var content = VhdBytes.DynamicContent();
        Bytes.Noise(512, 9).CopyTo(content, 5 * Unit);
        using var file = new MemoryStore(VhdBytes.Dynamic());
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write(Bytes.Noise(512, 9), 5 * Unit);
        }

        var bytes = file.ToArray();
        Bytes.Noise(Unit - 512, 8).CopyTo(bytes, ((int)bytes.Entry(5) * 512) + 512 + 512);
        return new CutImage(bytes, content);
    }

    /// <summary>A child that ends before its parent does, in the middle of a block.</summary>
    private static CutImage Short(bool lastIsThere)
    {
        const int Length = (2 * Unit) + 1024;
        using var file = new MemoryStore();
        using var disk = TestDisk.CreateChild(file, ImageFormats.Vhd, Length, TestParents.Full, "block_size=4K");
        disk.Write(Bytes.Noise(700, 4), lastIsThere ? 2 * Unit : 100);
        var content = Bytes.All(disk);
        disk.Dispose();
        return new CutImage(file.ToArray(), content);
    }
}
