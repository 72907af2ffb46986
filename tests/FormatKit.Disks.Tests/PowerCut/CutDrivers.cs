using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>The table of kinds of images: a driver is added here and nowhere else.</summary>
internal static class CutDrivers
{
    /// <summary>Behind the table of six entries.</summary>
    private const int BatmapHeaderAt = VhdBytes.TableAt + 512;

    public static IReadOnlyList<CutDriver> All { get; } =
    [
        new("vpc 4K blocks", Vpc)
        {
            Damaged = [() => Vhd(file => file.With(20, 0xEE)), () => Vhd(file => file.With(file.Length - 492, 0xEE))],
        },
        new("vpc written elsewhere", Vpc) { Made = VhdWithClearBits },
        new("vpc child", Vpc with { Parent = TestParents.Full }),
        new("vpc batmap", VpcWithBatmap)
        {
            Damaged =
            [
                () => Damage(VhdWithBatmap(), file => file.With(20, 0xEE)),
                () => Damage(VhdWithBatmap(), file => file.With(BatmapHeaderAt + 27, 0x55)),
                () => Damage(VhdWithBatmap(), file => file.With(BatmapHeaderAt + 512, 0xFF)),
            ],
        },
        new("vpc batmap, elsewhere", VpcWithBatmap) { Made = VhdWithBatmap },
        new("vpc batmap, child", VpcWithBatmap with { Parent = TestParents.Full }),
        Vmdk("vmdk 8K grains", ""),
        Vmdk("vmdk lazy tables", ",lazy_tables=on"),
        Vmdk("vmdk zeroed, lazy", ",zeroed_grain=on,lazy_tables=on"),
    ];

    private static TestedDriver VpcWithBatmap =>
        new(ImageFormats.Vhd, "block_size=4K,batmap=on", VhdBytes.BlockSize);

    private static TestedDriver Vpc => new(ImageFormats.Vhd, "block_size=4K", VhdBytes.BlockSize);

    public static CutDriver Find(string name) => All.Single(driver => driver.Name == name);

    public static TheoryData<string> Names() => new(All.Select(driver => driver.Name));

    private static CutDriver Vmdk(string name, string options)
    {
        var driver = new CutDriver(
            name, new TestedDriver(ImageFormats.Vmdk, "grain_size=8K" + options, VmdkBytes.GrainSize));
        return driver with
        {
            Damaged =
            [
                () => Change(driver, file => file.WithTable(VmdkCopy.Primary, 0, uint.MaxValue)),
                () => Change(driver, file => file.WithTable(VmdkCopy.Redundant, 0, uint.MaxValue)),
                () => Change(driver, file => file.WithGrain(VmdkCopy.Redundant, 1, 0)),
            ],
        };
    }

    private static CutImage Change(CutDriver driver, Func<byte[], byte[]> damage)
    {
        var image = driver.Initial();
        return image with { File = damage(image.File) };
    }

    private static CutImage Vhd(Func<byte[], byte[]> damage) =>
        new(damage(VhdBytes.Dynamic()), VhdBytes.DynamicContent());

    /// <summary>Its first block has written sectors, others, and garbage under clear bits.</summary>
    private static CutImage VhdWithClearBits()
    {
        var file = VhdBytes.Dynamic();
        file = file.With((int)file.Entry(0) * 512, 0b1010_0110);
        var content = VhdBytes.DynamicContent();
        foreach (var clear in (int[])[1, 3, 4, 7])
        {
            content.AsSpan(clear * 512, 512).Clear();
        }

        return new CutImage(file, content);
    }

    /// <summary>The same with a batmap that knows it, and a full block of which it does not know.</summary>
    private static CutImage VhdWithBatmap()
    {
        var (file, content) = VpcWithBatmap.HalfFilled();
        var bytes = file.ToArray();
        bytes = bytes.With((int)bytes.Entry(0) * 512, 0b1010_0110)
            .With(BatmapHeaderAt + 24, 0xFF, 0xFF, 0xFF, 0xBF)
            .With(BatmapHeaderAt + 512, 0b0100_0000);
        foreach (var clear in (int[])[1, 3, 4, 7])
        {
            content.AsSpan(clear * 512, 512).Clear();
        }

        return new CutImage(bytes, content);
    }

    private static CutImage Damage(CutImage image, Func<byte[], byte[]> damage) =>
        image with { File = damage(image.File) };
}
