using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class Vmdk4HeaderTests
{
    [Fact]
    public void A_header_of_qemu_is_read_as_the_specification_says()
    {
        // A monolithicSparse disk made by qemu-img 7.2.
        var bytes = TestBytes.Of(
            512,
            (0, "4B444D56"),            // KDMV
            (4, "01000000"),            // version 1
            (8, "03000000"),            // newline test, redundant directory
            (12, "0B38000000000000"),   // capacity, sectors
            (20, "8000000000000000"),   // grain size, sectors
            (28, "0100000000000000"),   // descriptor offset
            (36, "1400000000000000"),   // descriptor size: 20 sectors
            (44, "00020000"),           // entries in a grain table
            (48, "1500000000000000"),   // redundant grain directory
            (56, "1A00000000000000"),   // grain directory
            (64, "8000000000000000"),   // overhead
            (72, "00"),                 // shut down cleanly
            (73, "0A 20 0D 0A"),        // newline test
            (77, "0000"));              // no compression

        var header = Vmdk4Header.Read(bytes);

        Assert.Equal(0x564D_444Bu, header.MagicNumber);
        Assert.Equal(1u, header.Version);
        Assert.Equal(Vmdk4Flags.NewLineTest | Vmdk4Flags.RedundantDirectory, header.Flags);
        Assert.Equal((14_347ul, 128ul), (header.Capacity, header.GrainSize));
        Assert.Equal((1ul, 20ul), (header.DescriptorOffset, header.DescriptorSize));
        Assert.Equal(512u, header.EntriesPerTable);
        Assert.Equal((21ul, 26ul), (header.RedundantDirectoryOffset, header.DirectoryOffset));
        Assert.Equal(128ul, header.Overhead);
        Assert.Equal(0, header.UncleanShutdown);
        Assert.Equal(Vmdk4Compression.None, header.Compression);
    }

    [Fact]
    public void A_stream_has_its_directory_in_the_footer()
    {
        // A streamOptimized disk of VirtualBox.
        var bytes = TestBytes.Of(
            512,
            (0, "4B444D56 03000000 01000300"),
            (12, "8038000000000000 8000000000000000 0100000000000000 0200000000000000 00020000"),
            (56, "FFFFFFFFFFFFFFFF"),
            (64, "8000000000000000 00 0A200D0A 0100"));

        var header = Vmdk4Header.Read(bytes);

        Assert.Equal(3u, header.Version);
        Assert.Equal(Vmdk4Flags.NewLineTest | Vmdk4Flags.Compressed | Vmdk4Flags.Markers, header.Flags);
        Assert.Null(header.DirectoryOffsetOrNull);
        Assert.Null(header.RedundantDirectoryOffsetOrNull);
        Assert.Equal(Vmdk4Compression.Deflate, header.Compression);
    }

    [Fact]
    public void A_transfer_in_text_mode_is_noticed()
    {
        var header = new Vmdk4Header { Version = 1, Flags = Vmdk4Flags.NewLineTest, GrainSize = 128 };
        Layout.Seal(ref header);
        Layout.EditBytesOf(ref header)[75] = 0x0A;

        Assert.Equal(nameof(Vmdk4Header.NewLineTest), Assert.Single(Layout.Validate(header)).Path);
    }

    [Fact]
    public void The_newline_test_counts_only_with_its_flag()
    {
        var header = new Vmdk4Header { Version = 1, GrainSize = 128 };
        Layout.Seal(ref header);

        Assert.Empty(Layout.Validate(header));
        Assert.Equal([0, 0, 0, 0], header.NewLineTest.ToArray());
    }

    [Fact]
    public void The_embedded_descriptor_is_a_region_of_the_file()
    {
        var header = new Vmdk4Header { DescriptorOffset = 1, DescriptorSize = 20, DirectoryOffset = ulong.MaxValue };

        var region = Assert.Single(Layout.RegionsOf(header));

        Assert.Equal("DescriptorOffset, 10240 bytes from byte 512", region.ToString());
    }
}
