using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>What cannot be opened is told by name, and what cannot be right by field.</summary>
public sealed class VmdkRefusalTests
{
    [Theory]
    [InlineData("compressed")]
    [InlineData("stream")]
    [InlineData("nothing but a descriptor")]
    [InlineData("an extent of a larger disk")]
    public void Another_kind_of_extent_is_refused_by_name(string kind)
    {
        var bytes = VmdkBytes.Sparse().WithExtentHeader((ref header) =>
        {
            header.Flags |= kind switch
            {
                "compressed" => Vmdk4Flags.Compressed,
                "stream" => Vmdk4Flags.Markers,
                _ => Vmdk4Flags.None,
            };
            header.Capacity = kind == "nothing but a descriptor" ? 0 : header.Capacity;
            header.DescriptorOffset = kind == "an extent of a larger disk" ? 0 : header.DescriptorOffset;
        });

        Assert.Contains(kind, Refusal(bytes).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parentCID=ffffffff", "parentCID=01234567\nparentFileNameHint=\"base.vmdk\"", "'base.vmdk'")]
    [InlineData("parentCID=ffffffff", "parentCID=01234567", "has a parent")]
    [InlineData("#DDB", "ddb.uuid.parent=\"b7fe79e1-40cf-4eb7-9b6b-d0cbb1f6a2ed\"", "b7fe79e1")]
    [InlineData("monolithicSparse", "twoGbMaxExtentSparse", "type twoGbMaxExtentSparse")]
    [InlineData("# The Disk", "RW 2048 SPARSE \"b.vmdk\"\n# The Disk", "2 extents")]
    [InlineData("SPARSE", "VMFSSPARSE", "VmfsSparse")]
    [InlineData("RW ", "NOACCESS ", "None")]
    [InlineData("encoding=\"UTF-8\"", "encoding=\"klingon\"", "klingon")]
    [InlineData("RW ", "RX ", "line 9")]
    [InlineData("# Disk DescriptorFile", "# Desk DescriptorFile", "line 1")]
    public void A_descriptor_of_another_kind_of_disk_is_refused_by_name(string old, string changed, string named)
    {
        var text = VmdkBytes.Descriptor.Replace(old, changed, StringComparison.Ordinal);

        Assert.Contains(named, Refusal(VmdkBytes.Sparse().WithDescriptor(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Vmdk4Header.Version), 4)]
    [InlineData(nameof(Vmdk4Header.Version), 0)]
    [InlineData(nameof(Vmdk4Header.Flags), 8 + 3)]
    [InlineData(nameof(Vmdk4Header.GrainSize), 24)]
    [InlineData(nameof(Vmdk4Header.GrainSize), 0x400000)]
    [InlineData(nameof(Vmdk4Header.EntriesPerTable), 0)]
    [InlineData(nameof(Vmdk4Header.EntriesPerTable), 513)]
    [InlineData(nameof(Vmdk4Header.Capacity), 1L << 56)]
    [InlineData(nameof(Vmdk4Header.Capacity), 1L << 48)]
    [InlineData(nameof(Vmdk4Header.Capacity), VmdkBytes.GuestSectors - 1)]
    [InlineData(nameof(Vmdk4Header.Capacity), VmdkBytes.GuestSectors + VmdkBytes.GrainSectors)]
    [InlineData(nameof(Vmdk4Header.DescriptorSize), 0)]
    [InlineData(nameof(Vmdk4Header.DescriptorSize), 1 << 30)]
    [InlineData(nameof(Vmdk4Header.DescriptorOffset), 1 << 30)]
    public void A_field_that_cannot_be_right_is_named_with_what_was_expected(string field, long value)
    {
        var bytes = VmdkBytes.Sparse();
        var info = Layout.InfoOf<Vmdk4Header>().Fields.Single(candidate => candidate.Name == field);
        var little = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(little, value);
        little.AsSpan(0, info.Width).CopyTo(bytes.AsSpan(info.Offset));

        var refusal = Refusal(bytes);

        Assert.EndsWith(field, refusal.Field, StringComparison.Ordinal);
        Assert.Equal(info.Offset, refusal.Offset);
        Assert.NotEmpty(refusal.Expected!);
    }

    [Fact]
    public void Line_ends_that_were_changed_mean_a_transfer_as_text_unless_the_flag_is_off()
    {
        var bytes = VmdkBytes.Sparse();
        bytes[74] = 0x0D;

        Assert.Contains("transferred as text", Refusal(bytes).Message, StringComparison.Ordinal);
        ref var header = ref Vmdk4Header.Edit(bytes.AsSpan(0, 512));
        header.Flags &= ~Vmdk4Flags.NewLineTest;
        using var disk = TestDisk.OpenForReading(new MemoryStore(bytes), ImageFormats.Vmdk);
        Bytes.AssertEqual(VmdkBytes.Sparse().GuestContent(), Bytes.All(disk));
    }

    [Fact]
    public void A_header_that_is_cut_off_is_refused() => Assert.Contains(
        "cut off after 100 bytes", Refusal(VmdkBytes.Sparse()[..100]).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(3, "RW ", "tracked")]
    [InlineData(1, "RDONLY ", "RDONLY")]
    public void What_may_only_be_read_is_read_and_says_why_it_is_not_written(uint version, string access, string why)
    {
        var bytes = VmdkBytes.Sparse()
            .WithExtentHeader((ref header) => header.Version = version)
            .WithDescriptor(VmdkBytes.Descriptor.Replace("RW ", access, StringComparison.Ordinal));
        using (var disk = TestDisk.OpenForReading(new MemoryStore(bytes)))
        {
            Bytes.AssertEqual(bytes.GuestContent(), Bytes.All(disk));
        }

        var refusal = Assert.Throws<ImageException>(
            () => TestDisk.OpenForWriting(new MemoryStore(bytes), ImageFormats.Vmdk));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_capacity_rounded_up_to_whole_grains_counts_and_is_told()
    {
        var text = VmdkBytes.Descriptor.Replace(
            $"RW {VmdkBytes.GuestSectors}", $"RW {VmdkBytes.GuestSectors - 2}", StringComparison.Ordinal);
        using var disk = TestDisk.OpenForReading(new MemoryStore(VmdkBytes.Sparse().WithDescriptor(text)));

        Assert.Equal(VmdkBytes.GuestLength, disk.Length);
        Assert.Contains("rounded up", Assert.Single(disk.Warnings), StringComparison.Ordinal);
    }

    private static ImageException Refusal(byte[] bytes) =>
        Assert.Throws<ImageException>(() => TestDisk.OpenForReading(new MemoryStore(bytes), ImageFormats.Vmdk));
}
