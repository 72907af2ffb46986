using System.Text;
using FormatKit.Formats.Vmdk;
using FormatKit.Testing;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkStructuresTests
{
    [Fact]
    public void A_sparse_extent_has_a_descriptor_and_two_directories() =>
        Assert.Equal(
            [
                "sparse extent header at 0, 512",
                "descriptor at 512, 10240",
                "redundant grain directory at 10752, 12",
                "grain directory at 13312, 12",
            ],
            Find(VmdkPicture.Sparse()));

    [Fact]
    public void A_redundant_directory_at_sector_0_is_none_whatever_the_flags_say()
    {
        var file = VmdkPicture.Sparse();
        Vmdk4Header.Edit(file).RedundantDirectoryOffset = 0;

        Assert.DoesNotContain(Find(file), found => found.StartsWith("redundant", StringComparison.Ordinal));
    }

    [Fact]
    public void An_extent_without_capacity_is_a_descriptor_and_no_more()
    {
        var file = VmdkPicture.Sparse();
        Vmdk4Header.Edit(file).Capacity = 0;

        Assert.Equal(["sparse extent header at 0, 512", "descriptor at 512, 10240"], Find(file));
    }

    [Fact]
    public void A_stream_has_its_directory_where_the_footer_says() =>
        Assert.Equal(
            [
                "sparse extent header at 0, 512",
                "descriptor at 512, 1024",
                "grain directory at 2048, 4",
                "footer marker at 3072, 512",
                "footer at 3584, 512",
                "end-of-stream marker at 4096, 512",
            ],
            Find(VmdkPicture.Stream()));

    [Fact]
    public void A_stream_that_was_cut_off_has_no_directory() =>
        Assert.Equal(
            ["sparse extent header at 0, 512", "descriptor at 512, 1024"], Find(VmdkPicture.Stream()[..^512]));

    [Theory]
    [InlineData("03000000", "root at 32, 1028")]
    [InlineData("02000000", "child at 32, 1028")]
    public void A_copy_on_write_disk_is_root_or_child(string flags, string union) =>
        Assert.Equal(
            ["copy-on-write disk header at 0, 2048", union, "grain directory at 2048, 16"],
            Find(VmdkPicture.CopyOnWrite(flags)));

    [Fact]
    public void A_space_efficient_extent_is_told_by_its_header() =>
        Assert.Equal(["constant header at 0, 16"], Find(TestBytes.Of(4096, (0, "BEBAFECA00000000 0100000002000000"))));

    [Theory]
    [InlineData("# Disk DescriptorFile\nversion=1\n")]
    [InlineData("\uFEFF# Disk DescriptorFile\r\n")]
    [InlineData("\n\n  # disk descriptorfile")]
    public void A_descriptor_is_told_by_its_first_line(string text)
    {
        var file = Encoding.UTF8.GetBytes(text);

        Assert.Equal(VmdkKind.Descriptor, VmdkStructures.KindOf(new ByteArraySource(file)));
        Assert.Equal([$"descriptor at 0, {file.Length}"], Find(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("KDM")]
    [InlineData("# Disk Descriptor")]
    public void Other_files_are_none(string text)
    {
        var file = Encoding.UTF8.GetBytes(text);

        Assert.Equal(VmdkKind.None, VmdkStructures.KindOf(new ByteArraySource(file)));
        Assert.Empty(Find(file));
    }

    [Fact]
    public void Hostile_fields_never_throw_and_never_point_out_of_range()
    {
        foreach (var (original, at, layout) in ((byte[], int, LayoutInfo)[])
            [
                (VmdkPicture.Sparse(), 0, Layout.InfoOf<Vmdk4Header>()),
                (VmdkPicture.Stream(), 0, Layout.InfoOf<Vmdk4Header>()),
                (VmdkPicture.Stream(), 0xC00, Layout.InfoOf<VmdkMarker>()),
                (VmdkPicture.Stream(), 0xE00, Layout.InfoOf<Vmdk4Header>()),
                (VmdkPicture.CopyOnWrite("02000000"), 0, Layout.InfoOf<CowdHeader>()),
            ])
        {
            foreach (var mutation in FieldMutations.Of(layout, original[at..][..layout.Size]))
            {
                byte[] file = [.. original];
                mutation.Apply(file.AsSpan(at));
                ExpectSane(file);
            }
        }
    }

    [Fact]
    public void Any_bytes_behind_a_magic_never_throw() =>
        Law.ForAll("structures of any bytes", Arbitraries.Bytes(0x1200), file =>
        {
            ExpectSane(file);
            foreach (var magic in (string[])["KDMV", "COWD", "\u00BE\u00BA\u00FE\u00CA\0\0\0\0"])
            {
                Encoding.Latin1.GetBytes(magic).CopyTo(file, 0);
                ExpectSane(file);
            }
        }, 300);

    [Fact]
    public void Any_truncation_never_throws()
    {
        foreach (var file in (byte[][])[VmdkPicture.Stream(), VmdkPicture.CopyOnWrite("02000000")])
        {
            for (var length = 0; length < file.Length; length++)
            {
                ExpectSane(file[..length]);
            }
        }
    }

    private static IEnumerable<string> Find(byte[] file) => VmdkStructures.Find(new ByteArraySource(file)).Words();

    private static void ExpectSane(byte[] file) =>
        Assert.All(VmdkStructures.Find(new ByteArraySource(file)), structure =>
        {
            Assert.True(structure.Offset.Value >= 0 && structure.Length >= 0, structure.ToString());
            Assert.True(structure.Offset + structure.Length > new HostOffset(-1), structure.ToString());
        });
}
