using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>A child, its parent, that one's parent.</summary>
public sealed class BackingTests
{
    private const int Unit = 4096;
    private const int Length = 5 * Unit;
    private readonly MemoryGate _folder = new();

    [Fact]
    public void A_new_child_shows_its_parent_and_zeros_behind_the_parents_end()
    {
        var base_ = Make("base.vhd", Length - Unit);
        using var child = MakeChild("child.vhd", "base.vhd", Length);

        Bytes.AssertEqual([.. base_, .. new byte[Unit]], Bytes.All(child));
        Assert.Equal("base.vhd", child.Backing!.Name);
        Assert.False(child.Backing.CanWrite);
        Assert.Equal(child.Backing.Identity, child.BackingReference!.Identity);
    }

    /// <summary>A sector is the least that a child has: what a write leaves of one comes from the parent.</summary>
    [Theory]
    [InlineData(700, 1)]
    [InlineData(512, 512)]
    [InlineData(500, 600)]
    [InlineData(Unit - 1, 2)]
    [InlineData(0, Length)]
    public void A_write_to_a_child_changes_what_it_covers_and_nothing_else(int offset, int length)
    {
        var expected = Make("base.vhd");
        using (var child = MakeChild("child.vhd", "base.vhd"))
        {
            var written = Bytes.Noise(length, 5);
            child.Write(written, offset);
            written.CopyTo(expected, offset);
            Bytes.AssertEqual(expected, Bytes.All(child));
        }

        using var again = Open("child.vhd");
        Bytes.AssertEqual(expected, Bytes.All(again));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Zeros_in_a_child_hide_what_its_parent_has(bool discard)
    {
        var expected = Make("base.vhd");
        using (var child = MakeChild("child.vhd", "base.vhd"))
        {
            Erase(child, 100, Unit + 1000);
            child.Write([1, 2, 3], 3 * Unit);
            new byte[] { 1, 2, 3 }.CopyTo(expected, 3 * Unit);
            Erase(child, 3 * Unit, Unit);
        }

        using var again = Open("child.vhd");
        Bytes.AssertEqual(expected, Bytes.All(again));

        void Erase(DiskImage child, int offset, int length)
        {
            expected.AsSpan(offset, length).Clear();
            if (discard)
            {
                child.Discard(offset, length);
            }
            else
            {
                child.WriteZeroes(offset, length);
            }
        }
    }

    [Fact]
    public void Zeros_over_zeros_of_the_parent_take_no_space()
    {
        Make("base.vhd", content: new byte[Length]);
        using var child = MakeChild("child.vhd", "base.vhd");
        child.Write(Bytes.Noise(Unit, 1), Unit);
        child.WriteZeroes(2 * Unit, Unit);
        child.Discard(Unit, Unit);
        child.Flush();

        Assert.All(child.Map(0, Length), entry => Assert.Equal(1, entry.Depth));
    }

    /// <summary>To find the end of data a host may look at every page behind them: asked for each unit, discarding a
    /// disk would take the square of its size.</summary>
    [Fact]
    public void Discarding_many_units_asks_for_the_runs_of_the_parents_file_once()
    {
        const int Units = 50;
        var parent = new CountedRuns(new MemoryStore(Bytes.Noise(Units * Unit, 1), "base.raw"));
        _folder["base.raw"] = parent;
        using var child = DiskImage.CreateChild(
            new LastingStore(new MemoryStore("child.vhd")), ImageFormats.Vhd, Units * Unit,
            new NewBacking(ImageFormats.Raw, "base.raw", "/disks/base.raw"), _folder,
            TestDisk.Options("block_size=4K"));
        child.Discard(0, Units * Unit);

        Assert.Equal(1, parent.Asked);
        Bytes.AssertEqual(new byte[Units * Unit], Bytes.All(child));
    }

    [Fact]
    public void The_map_says_which_layer_has_what()
    {
        Make("base.vhd", 3 * Unit);
        MakeChild("middle.vhd", "base.vhd").Dispose();
        using (var middle = OpenForWriting("middle.vhd"))
        {
            middle.Write(Bytes.Noise(512, 1), Unit);
        }

        using var top = MakeChild("top.vhd", "middle.vhd");
        top.Write(Bytes.Noise(512, 1), 2 * Unit);

        Assert.Equal(
            [(0, Unit, 2, true), (Unit, 512, 1, true), (Unit + 512, Unit - 512, 2, true), (2 * Unit, 512, 0, true),
                ((2 * Unit) + 512, Unit - 512, 2, true), (3 * Unit, 2 * Unit, 1, false)],
            top.Map(0, Length).Select(run => ((int)run.Start, (int)run.Length, run.Depth, run.IsPresent)));
    }

    [Fact]
    public void A_parent_is_never_written_to()
    {
        Make("base.vhd");
        var before = Sha("base.vhd");
        using (var child = MakeChild("child.vhd", "base.vhd"))
        {
            child.Write(Bytes.Noise(Length, 9), 0);
            child.Discard(0, Length);
        }

        Assert.Equal(before, Sha("base.vhd"));
    }

    [Fact]
    public void Another_disk_under_the_parents_name_is_refused_with_both_ids()
    {
        Make("base.vhd");
        MakeChild("child.vhd", "base.vhd").Dispose();
        var meant = Identity("base.vhd");
        Make("base.vhd");

        var e = Assert.Throws<BackingException>(() => Open("child.vhd"));

        Assert.Contains(meant, e.Message, StringComparison.Ordinal);
        Assert.Contains(Identity("base.vhd"), e.Message, StringComparison.Ordinal);
        Assert.Contains("fkit relink", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_parent_is_named_and_all_places_where_it_was_looked_for()
    {
        Make("base.vhd");
        using var child = MakeChild("child.vhd", "base.vhd");
        var empty = new MemoryGate { ["child.vhd"] = _folder["child.vhd"] };

        var e = Assert.Throws<BackingException>(
            () => DiskImage.Open(empty.Open("child.vhd", default), new ImageOpenOptions { Gate = empty }));

        Assert.Contains("'base.vhd' (parent locator 0 (MacX))", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_is_refused()
    {
        Make("base.vhd");
        MakeChild("one.vhd", "base.vhd").Dispose();
        MakeChild("two.vhd", "one.vhd").Dispose();
        _folder["base.vhd"] = _folder["two.vhd"]; // and the ids would never be asked for

        var e = Assert.Throws<BackingException>(() => Open("two.vhd"));

        Assert.Contains("loop", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_256_images_opens_and_one_of_257_is_refused()
    {
        var expected = Make("0");
        for (var layer = 1; layer < 256; layer++)
        {
            MakeChild($"{layer}", $"{layer - 1}").Dispose();
        }

        using var top = Open("255");
        Bytes.AssertEqual(expected, Bytes.All(top));
        Assert.Equal(256, top.Layers().Count());
        var e = Assert.Throws<BackingException>(() => MakeChild("256", "255"));
        Assert.Contains("more than 256", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_an_image_reads_what_it_has()
    {
        Make("base.vhd");
        using (var child = MakeChild("child.vhd", "base.vhd"))
        {
            child.Write(Bytes.Noise(512, 1), Unit);
        }

        using var alone = DiskImage.Open(
            _folder.Open("child.vhd", default), new ImageOpenOptions { OpenBacking = false });
        var found = new byte[512];
        alone.Read(found, Unit);

        Bytes.AssertEqual(Bytes.Noise(512, 1), found);
        Assert.Throws<BackingException>(() => alone.Read(found, Unit + 1));
    }

    [Fact]
    public void A_parent_that_was_changed_since_is_warned_of()
    {
        var then = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var gate = new MemoryGate { Time = then.AddSeconds(3) };
        Make("base.vhd");
        MakeChild("child.vhd", "base.vhd", changedAt: then).Dispose();
        (gate["base.vhd"], gate["child.vhd"]) = (_folder["base.vhd"], _folder["child.vhd"]);
        using var child = DiskImage.Open(gate.Open("child.vhd", default), new ImageOpenOptions { Gate = gate });

        Assert.Contains("2020-01-01 00:00:03Z", Assert.Single(child.Backing!.Warnings), StringComparison.Ordinal);
        Assert.Empty(child.Warnings);
    }

    /// <summary>Makes a VHD and returns its content.</summary>
    private byte[] Make(string name, int length = Length, byte[]? content = null)
    {
        content ??= Bytes.Noise(length, 3);
        var file = new MemoryStore(name);
        using var disk = TestDisk.Create(file, ImageFormats.Vhd, length, "block_size=4K");
        for (var at = 0; at < length; at += Unit)
        {
            if (content.AsSpan(at, Unit).ContainsAnyExcept((byte)0))
            {
                disk.Write(content.AsSpan(at, Unit), at);
            }
        }

        _folder[name] = file;
        return content;
    }

    private DiskImage MakeChild(string name, string parent, int length = Length, DateTimeOffset? changedAt = null)
    {
        var file = new MemoryStore(name);
        _folder[name] = file;
        var backing = new NewBacking(ImageFormats.Vhd, parent, "/disks/" + parent)
        {
            Identity = Identity(parent), ChangedAt = changedAt,
        };
        return DiskImage.CreateChild(
            new LastingStore(file), ImageFormats.Vhd, length, backing, _folder, TestDisk.Options("block_size=4K"));
    }

    private DiskImage Open(string name) =>
        DiskImage.Open(_folder.Open(name, default), new ImageOpenOptions { Gate = _folder });

    private DiskImage OpenForWriting(string name) => DiskImage.Open(
        _folder.Open(name, FileOpenOptions.ForWriting), new ImageOpenOptions { Writable = true, Gate = _folder });

    private string Identity(string name)
    {
        using var alone = DiskImage.Open(_folder.Open(name, default), new ImageOpenOptions { OpenBacking = false });
        return alone.Identity!;
    }

    private string Sha(string name) => Convert.ToHexString(
        System.Security.Cryptography.SHA256.HashData(((MemoryStore)_folder[name]).ToArray()));

    private sealed class CountedRuns(ByteStore inner) : StoreDecorator(inner, leaveOpen: true)
    {
        public int Asked { get; private set; }

        public override StoreRun RunAt(long offset, long limit)
        {
            Asked++;
            return base.RunAt(offset, limit);
        }
    }
}
