using System.Diagnostics;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Hostile;

/// <summary>Changes of files whose headers and tables say anything: refused in words, or the content is kept.</summary>
public sealed class HostileChangeTests
{
    private const int Times = 400;
    private const long MostRead = 4 << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private static readonly uint[] Extremes =
        [0, 1, 2, 4, 7, 511, 512, 513, 1024, 1536, 4096, 65_536, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF];

    public static TheoryData<string> Options => ["", ",batmap=on", "child"];

    [Theory]
    [MemberData(nameof(Options))]
    public void A_change_is_refused_or_keeps_the_content(string options)
    {
        var random = new Random(options.Length + 1);
        var original = Original(options);
        var changed = 0;
        for (var time = 0; time < Soak.Times(Times); time++)
        {
            var bytes = Mutated(original, random);
            changed += IsChanged(bytes, time) ? 1 : 0;
        }

        Assert.InRange(changed, Times / 20, int.MaxValue);
    }

    private static bool IsChanged(byte[] bytes, int time)
    {
        using var file = new MemoryStore(bytes);
        var before = Content(file);
        var wasCorrupt = TestDisk.Check(file, ImageFormats.Vhd).CountOf(CheckSeverity.Corruption) > 0;
        var length = (time % 3) switch { 0 => 10 * 4096, 1 => 300 * 4096, _ => 512 };
        var isResize = time % 4 != 0;
        var watch = Stopwatch.StartNew();
        try
        {
            if (isResize)
            {
                ResizeOperation.Run(
                    file, new ImageOpenOptions { Format = ImageFormats.Vhd, Gate = TestParents.Gate }, length,
                    allowDataLoss: true, TestContext.Current.CancellationToken);
            }
            else
            {
                ImageChange.Run(file, ImageFormats.Vhd.PlanRelink(file, TestParents.Full));
            }
        }
        catch (ImageException)
        {
            return false;
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, MostTime);
        if (!wasCorrupt)
        {
            TestDisk.AssertNotCorrupt(file, ImageFormats.Vhd);
        }

        if (before is not null && isResize)
        {
            var expected = new byte[length];
            before.AsSpan(0, Math.Min(length, before.Length)).CopyTo(expected);
            Bytes.AssertEqual(expected, Content(file), $"time {time}");
        }

        return true;
    }

    private static byte[]? Content(MemoryStore file)
    {
        try
        {
            using var disk = TestDisk.OpenForReading(file, ImageFormats.Vhd);
            return disk.Length <= MostRead ? Bytes.All(disk) : null;
        }
        catch (ImageException)
        {
            return null;
        }
    }

    /// <summary>A file with one or two fields of its structures at an extreme, sums right.</summary>
    private static byte[] Mutated(byte[] original, Random random)
    {
        byte[] bytes = [.. original];
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            var place = random.Next(4) switch
            {
                0 => random.Next(512),
                1 => bytes.Length - 512 + random.Next(512),
                2 => 512 + random.Next(1024),
                _ => 1536 + random.Next(2560), // table, batmap, names
            };
            var value = random.Next(3) == 0 ? (uint)random.Next() : Extremes[random.Next(Extremes.Length)];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(place & ~3), value);
        }

        VhdFooter.Edit(bytes).Seal();
        VhdFooter.Edit(bytes.AsSpan(^512)).Seal();
        VhdDynamicHeader.Edit(bytes.AsSpan(512)).Seal();
        return bytes;
    }

    private static byte[] Original(string options)
    {
        using var file = new MemoryStore();
        using (var disk = options == "child"
            ? TestDisk.CreateChild(file, ImageFormats.Vhd, (2 * 4096) + 1024, TestParents.Full, "block_size=4K")
            : TestDisk.Create(file, ImageFormats.Vhd, (5 * 4096) + 512, "block_size=4K" + options))
        {
            disk.Write(Bytes.Noise(700, 1), 100);
            disk.Write(Bytes.Noise(900, 2), disk.Length - 900);
        }

        return file.ToArray();
    }
}
