using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Operations;

/// <summary>Children merged into their parents.</summary>
public sealed class CommitTests
{
    private const int Unit = 4096;
    private const int Length = (9 * Unit) + 1536;
    private readonly MemoryGate _folder = new();

    public static TheoryData<string, int> Parents => new(
        from parent in (string[])["vpc", "vpc,subformat=fixed", "raw", "vpc,batmap=on"]
        from seed in Enumerable.Range(1, 6)
        select (parent, seed));

    /// <summary>A chain of three beside an array; now and then one of the upper two is merged into the one below it,
    /// and begins anew.</summary>
    [Theory]
    [MemberData(nameof(Parents))]
    public void After_any_work_all_images_show_what_they_should(string parent, int seed)
    {
        var random = new Random(seed);
        var parts = parent.Split(',', 2);
        var format = ImageFormats.Find(parts[0])!;
        var file = new MemoryStore("base");
        TestDisk.Create(
            file, format, Length, string.Join(',', parts.Skip(1).Append(IsDynamic(parent) ? "block_size=4K" : ""))
                .Trim(',')).Dispose();
        _folder["base"] = file;
        var content = new byte[Length];
        Work("base", format, random, content);
        MakeChild("middle", "base", format);
        Work("middle", ImageFormats.Vhd, random, content);
        for (var round = 0; round < 4; round++)
        {
            MakeChild("top", "middle", ImageFormats.Vhd);
            Work("top", ImageFormats.Vhd, random, content);
            Commit("top", "middle", ImageFormats.Vhd);
            AssertShows("middle", ImageFormats.Vhd, content);
            AssertShows("top", ImageFormats.Vhd, content);
            if (random.Next(2) == 0)
            {
                Commit("middle", "base", format);
                AssertShows("base", format, content);
                AssertShows("top", ImageFormats.Vhd, content);
                MakeChild("middle", "base", format);
            }
        }
    }

    [Fact]
    public void What_the_child_does_not_have_is_not_written_to()
    {
        _folder["base"] = new MemoryStore("base");
        TestDisk.Create((MemoryStore)_folder["base"], ImageFormats.Vhd, Length, "block_size=4K").Dispose();
        MakeChild("middle", "base", ImageFormats.Vhd);
        using (var middle = Open("middle", ImageFormats.Vhd, writable: true))
        {
            middle.Write(Bytes.Noise(512, 1), Unit + 1024);
            middle.Write(new byte[Unit], 3 * Unit);
        }

        Commit("middle", "base", ImageFormats.Vhd);

        using var merged = Open("base", ImageFormats.Vhd);
        Assert.Equal(
            [(Unit, Unit)],
            merged.Map(0, Length).Where(run => run.Data).Select(run => ((int)run.Start, (int)run.Length)));
    }

    [Fact]
    public void A_parent_that_is_shorter_is_refused()
    {
        using var child = TestDisk.Create(new MemoryStore(), ImageFormats.Vhd, Length);
        using var parent = TestDisk.Create(new MemoryStore(), ImageFormats.Vhd, Length - 512);

        Assert.Throws<ArgumentException>(
            () => CommitOperation.Run(child, parent, new CommitOptions(), TestContext.Current.CancellationToken));
    }

    private static bool IsDynamic(string parent) =>
        parent.StartsWith("vpc", StringComparison.Ordinal) && !parent.Contains("fixed", StringComparison.Ordinal);

    private void Work(string name, ImageFormat format, Random random, byte[] content)
    {
        using var disk = Open(name, format, writable: true);
        for (var step = 0; step < 30; step++)
        {
            var unit = random.Next(3) switch { 0 => Unit, 1 => 512, _ => 1 };
            var offset = random.Next(Length / unit) * unit;
            var length = Math.Min(Length - offset, unit * random.Next(1, unit == 1 ? 3000 : 4));
            var bytes = random.Next(4) == 0 ? new byte[length] : Bytes.Noise(length, random.Next());
            bytes.CopyTo(content, offset);
            if (bytes.AsSpan().ContainsAnyExcept((byte)0) || random.Next(2) == 0)
            {
                disk.Write(bytes, offset);
            }
            else
            {
                disk.Discard(offset, length);
            }
        }

        Bytes.AssertEqual(content, Bytes.All(disk));
    }

    private void MakeChild(string name, string parent, ImageFormat parentFormat)
    {
        using var below = Open(parent, parentFormat);
        var file = new MemoryStore(name);
        _folder[name] = file;
        var backing = new NewBacking(parentFormat, parent, "/disks/" + parent) { Identity = below.Identity };
        DiskImage.CreateChild(
            new LastingStore(file), ImageFormats.Vhd, Length, backing, _folder, TestDisk.Options("block_size=8K"))
            .Dispose();
    }

    private void Commit(string name, string parent, ImageFormat parentFormat)
    {
        var before = ((MemoryStore)_folder[name]).ToArray();
        using var child = DiskImage.Open(
            _folder.Open(name, FileOpenOptions.ForReading), new ImageOpenOptions { OpenBacking = false });
        using var below = Open(parent, parentFormat, writable: true);
        CommitOperation.Run(child, below, new CommitOptions(), TestContext.Current.CancellationToken);
        Assert.True(CommitOperation.IsDone(child, below, TestContext.Current.CancellationToken));
        Assert.Equal(before, ((MemoryStore)_folder[name]).ToArray());
    }

    private void AssertShows(string name, ImageFormat format, byte[] content)
    {
        using var disk = Open(name, format);
        Bytes.AssertEqual(content, Bytes.All(disk));
        TestDisk.AssertNotCorrupt(_folder[name], format);
    }

    private DiskImage Open(string name, ImageFormat format, bool writable = false) => DiskImage.Open(
        _folder.Open(name, writable ? FileOpenOptions.ForWriting : FileOpenOptions.ForReading),
        new ImageOpenOptions { Writable = writable, Format = format, Gate = _folder });
}
