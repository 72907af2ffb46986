using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Operations;

/// <summary>What a rebase need not read.</summary>
public sealed class RebasePieceTests : IDisposable
{
    private const int Unit = 4096;
    private const int Length = 6 * Unit;
    private readonly MemoryGate _folder = new();
    private readonly DiskImage _top;
    private readonly DiskImage _base;

    /// <summary>The base has units 0 to 2, the middle 1 and 4, the top 2.</summary>
    public RebasePieceTests()
    {
        var file = new MemoryStore("base");
        using (var disk = TestDisk.Create(file, ImageFormats.Vhd, Length, "block_size=4K"))
        {
            disk.Write(Bytes.Noise(3 * Unit, 1), 0);
        }

        _folder["base"] = file;
        Child("middle", "base", 1, 4);
        Child("top", "middle", 2);
        (_top, _base) = (Open("top"), Open("base"));
    }

    public void Dispose()
    {
        _top.Dispose();
        _base.Dispose();
    }

    [Fact]
    public void What_the_image_has_itself_what_both_chains_have_in_one_place_and_zeros_of_both_are_settled()
    {
        Assert.Equal([1, 4], Unsettled(_base));
    }

    [Fact]
    public void Without_a_parent_everything_is_copied_that_is_there()
    {
        Assert.Equal([0, 1, 4], Unsettled(null));
    }

    [Fact]
    public void Pieces_cover_the_image_in_order_and_are_no_longer_than_was_said()
    {
        var at = 0L;
        foreach (var piece in Pieces(null, 1024))
        {
            Assert.Equal(at, piece.Start);
            Assert.True(piece.IsSettled || piece.Length <= 1024);
            at += piece.Length;
        }

        Assert.Equal(Length, at);
    }

    private IEnumerable<int> Unsettled(DiskImage? parent) => Pieces(parent, Unit)
        .Where(piece => !piece.IsSettled).Select(piece => (int)(piece.Start / Unit)).Distinct();

    private IEnumerable<RebasePiece> Pieces(DiskImage? parent, int longest) =>
        RebasePiece.Of(_top, parent, static (one, other) => one.Name == other.Name, longest);

    private void Child(string name, string parent, params int[] units)
    {
        _folder[name] = new MemoryStore(name);
        using var below = Open(parent);
        var backing = new NewBacking(ImageFormats.Vhd, parent, "/disks/" + parent) { Identity = below.Identity };
        using var disk = DiskImage.CreateChild(
            new LastingStore(_folder[name]), ImageFormats.Vhd, Length, backing, _folder,
            TestDisk.Options("block_size=4K"));
        foreach (var unit in units)
        {
            disk.Write(Bytes.Noise(Unit, unit), unit * Unit);
        }
    }

    private DiskImage Open(string name) =>
        DiskImage.Open(_folder.Open(name, default), new ImageOpenOptions { Gate = _folder });
}
