using System.Globalization;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace FormatKit.Disks.Tests.Model;

/// <summary>
/// Whatever is done to a disk, it is an array of bytes. A failure prints the shrunken steps and the seed; the
/// environment variable FORMATKIT_REPLAY="seed,gamma" runs the same steps again.
/// </summary>
public sealed class DiskModelTests
{
    private const int Runs = 120;

    [Theory]
    [InlineData("raw", "", 512, 0)]
    [InlineData("vpc", "subformat=fixed", 512, 0)]
    [InlineData("vpc", "block_size=512", 512, 700)]
    [InlineData("vpc", "block_size=4K", 4096, 600)]
    [InlineData("vpc", "block_size=4K", 4096, 1 << 20)]
    public void A_disk_is_an_array(string format, string options, int unit, long cacheBytes)
    {
        var length = (13 * unit) + (unit == 512 ? 0 : 1024);
        Check(length, unit, () => DiskModel.Empty(ImageFormats.Find(format)!, length, options, cacheBytes));
    }

    [Fact]
    public void So_is_one_whose_blocks_are_partly_written_over_garbage()
    {
        var content = VhdBytes.DynamicContent();
        content.AsSpan(512, 512).Clear();
        content.AsSpan(VhdBytes.BlockSize + 1024, VhdBytes.BlockSize - 1024).Clear();
        Check(content.Length, VhdBytes.BlockSize, () =>
        {
            var file = VhdBytes.Dynamic();
            file.With((int)file.Entry(0) * 512, 0xBF).With((int)file.Entry(1) * 512, 0xC0);
            return new DiskModel(ImageFormats.Vhd, new MemoryStore(file), [.. content], 600);
        });
    }

    private static void Check(int length, int unit, Func<DiskModel> start)
    {
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true)
            .WithMaxTest(Soak.Times(Runs)).WithEndSize(60).WithReplay(Replay());
        FsCheck.Check.One(config, Prop.ForAll(DiskSteps.For(length, unit), steps =>
        {
            using var disk = start();
            disk.Run(steps);
        }));
    }

    private static FSharpOption<Replay> Replay() =>
        Environment.GetEnvironmentVariable("FORMATKIT_REPLAY")?.Split(',') is [var seed, var gamma]
            ? FSharpOption<Replay>.Some(new Replay(new Rnd(Number(seed), Number(gamma)), FSharpOption<int>.None))
            : FSharpOption<Replay>.None;

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
