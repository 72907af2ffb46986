using FormatKit.Disks.Images;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Spec;

/// <summary>Chains that were written by the specification and by the habits of each writer, read by us.</summary>
public sealed class SpecWrittenChainTests : IDisposable
{
    private static readonly Guid ParentId = new("00112233-4455-6677-8899-aabbccddeeff");
    private static readonly Guid ChildId = new("10112233-4455-6677-8899-aabbccddeeff");
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Writers => [.. NamesBy.Keys];

    private static Dictionary<string, Func<string, SpecParentNames>> NamesBy { get; } = new()
    {
        ["blktap"] = SpecParentNames.Blktap,
        ["VirtualBox"] = SpecParentNames.VirtualBox,
        ["VirtualBox's constants for Mac"] = SpecParentNames.VirtualBoxMac,
        ["DiscUtils"] = SpecParentNames.DiscUtils,
        ["xapi"] = SpecParentNames.Xapi,
        ["Hyper-V"] = SpecParentNames.HyperV,
        ["alias"] = SpecParentNames.Alias,
        ["ANSI"] = SpecParentNames.Ansi,
        ["escaped URL"] = SpecParentNames.EscapedUrl,
        ["header only"] = SpecParentNames.HeaderOnly,
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Writers))]
    public void The_parent_is_found_as_each_writer_names_it(string writer)
    {
        const string Parent = "my größe 50%.vhd";
        var names = NamesBy[writer](Parent);
        var (parent, child, expected) = Contents(length: 20 * 512, childLength: 20 * 512, IsolatedSectors);
        Save(Parent, new SpecVhdWriter { Content = parent, BlockSize = 4096, Id = ParentId });
        var file = Save("child.vhd", new SpecVhdWriter
        {
            Content = child, BlockSize = 4096, Id = ChildId, ParentId = ParentId, IsWritten = IsolatedSectors,
            Names = names,
        });

        using var image = DiskImage.Open(file);

        Bytes.AssertEqual(expected, Bytes.All(image));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_parent_without_an_id_is_raw(bool isShorter)
    {
        var (parent, child, expected) = Contents(isShorter ? 11 * 512 : 20 * 512, 20 * 512, IsolatedSectors);
        _folder.File("parent.raw", parent);
        var file = Save("child.vhd", new SpecVhdWriter
        {
            Content = child, BlockSize = 4096, Id = ChildId, ParentId = Guid.Empty, IsWritten = IsolatedSectors,
            Names = SpecParentNames.Blktap("parent.raw"),
        });

        using var image = DiskImage.Open(file);

        Bytes.AssertEqual(expected, Bytes.All(image));
    }

    /// <summary>Runs that begin and end within a byte of the bitmap, of every length, and a last block cut short.
    /// libvhdi misreads where a run ends within a byte.</summary>
    [Theory]
    [InlineData(512, 9)]
    [InlineData(1024, 31)]
    [InlineData(4096, 37)]
    [InlineData(64 << 10, 700)]
    [InlineData(512 << 10, 1500)]
    [InlineData(2 << 20, 4099)]
    [InlineData(4 << 20, 8193)]
    public void Every_sector_comes_from_the_file_that_has_it(int blockSize, int sectors)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var isWritten = Runs(seed, sectors);
            var (parent, child, expected) = Contents(sectors * 512, sectors * 512, isWritten);
            var parentFile = new SpecVhdWriter { Content = parent, BlockSize = blockSize, Id = ParentId };
            var childFile = new SpecVhdWriter
            {
                Content = child, BlockSize = blockSize, Id = ChildId, ParentId = ParentId, IsWritten = isWritten,
                Names = SpecParentNames.Blktap("parent.vhd"),
            };
            Save("parent.vhd", parentFile);

            using var image = DiskImage.Open(Save("child.vhd", childFile));

            Bytes.AssertEqual(expected, Bytes.All(image));
            var judge = new SpecVhdReader(
                new MemoryStream(childFile.ToArray()), new SpecVhdReader(new MemoryStream(parentFile.ToArray())));
            Bytes.AssertEqual(expected, judge.ToArray());
        }
    }

    [Fact]
    public void A_dynamic_disk_with_clear_bits_reads_as_zeros_there()
    {
        var (_, child, expected) = Contents(0, 20 * 512, IsolatedSectors);
        var file = Save("dynamic.vhd", new SpecVhdWriter
        {
            Content = child, BlockSize = 4096, Id = ChildId, IsWritten = IsolatedSectors,
        });

        using var image = DiskImage.Open(file);

        Bytes.AssertEqual(expected, Bytes.All(image));
    }

    private static bool IsolatedSectors(long sector) => sector is 0 or 3 or 9 or 10 or 12 or 19;

    /// <summary>Runs of random lengths, short ones more often.</summary>
    private static Func<long, bool> Runs(int seed, int sectors)
    {
        var random = new Random(seed);
        var bits = new bool[sectors];
        var isSet = seed % 2 == 0;
        for (var at = 0; at < sectors; isSet = !isSet)
        {
            var end = Math.Min(sectors, at + 1 + random.Next(random.Next(3) == 0 ? 300 : 12));
            bits.AsSpan(at, end - at).Fill(isSet);
            at = end;
        }

        return sector => bits[sector];
    }

    /// <summary>The parent's and the child's own bytes, and what the child's guest sees of both.</summary>
    private static (byte[] Parent, byte[] Child, byte[] Expected) Contents(
        int length, int childLength, Func<long, bool> isWritten)
    {
        var (parent, child) = (Bytes.Noise(length, 1), Bytes.Noise(childLength, 2));
        var expected = new byte[childLength];
        parent.CopyTo(expected, 0);
        for (var sector = 0; sector < childLength / 512; sector++)
        {
            if (isWritten(sector))
            {
                child.AsSpan(sector * 512, 512).CopyTo(expected.AsSpan(sector * 512));
            }
        }

        return (parent, child, expected);
    }

    private string Save(string name, SpecVhdWriter writer) => _folder.File(name, writer.ToArray());
}
