using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class CowdHeaderTests
{
    private static readonly int Union = Layout.InfoOf<CowdHeader>().Fields
        .Single(field => field.Name == nameof(CowdHeader.RootOrChild)).Offset;

    [Fact]
    public void A_header_of_DiscUtils_is_read_as_the_notes_say()
    {
        // The delta of a vmfsSparse disk of 8 MiB.
        var bytes = TestBytes.Of(
            2048,
            (0, "434F5744"),    // COWD
            (4, "01000000"),    // version 1
            (8, "03000000"),    // root, can be checked
            (12, "00400000"),   // capacity, sectors
            (16, "01000000"),   // grain size, sectors
            (20, "04000000"),   // grain directory
            (24, "04000000"),   // its entries
            (28, "70080000"));  // next free sector

        var header = CowdHeader.Read(bytes);

        Assert.Equal(CowdFlags.Root | CowdFlags.CheckCapable, header.Flags);
        Assert.Equal((16_384u, 1u), (header.Capacity, header.GrainSize));
        Assert.Equal((4u, 4u, 2160u), (header.DirectoryOffset, header.DirectoryEntries, header.NextFreeSector));
    }

    [Fact]
    public void What_stands_behind_the_union_is_where_the_notes_say()
    {
        var bytes = TestBytes.Of(
            2048,
            (0, "434F5744 01000000"),
            (1060, "07000000"),
            (1064, TestBytes.Ascii("name")),
            (1124, TestBytes.Ascii("description")),
            (1636, "08000000"),
            (1648, "01000000"));

        var header = CowdHeader.Read(bytes);

        Assert.Equal((7u, 8u, 1u), (header.Generation, header.SavedGeneration, header.UncleanShutdown));
        Assert.Equal(("name", "description"), (header.DiskName, header.Description));
    }

    [Fact]
    public void A_root_has_a_geometry_at_byte_32()
    {
        var bytes = TestBytes.Of(2048, (32, "08000000 40000000 20000000"));

        var root = CowdRoot.Read(bytes.AsSpan(Union));

        Assert.Equal((8u, 64u, 32u), (root.Cylinders, root.Heads, root.SectorsPerTrack));
        Assert.Equal(Layout.SizeOf<CowdRoot>(), CowdHeader.View(bytes).RootOrChild.Length);
    }

    [Fact]
    public void A_child_has_its_parent_at_byte_32()
    {
        var bytes = TestBytes.Of(2048, (32, TestBytes.Ascii("base.vmdk")), (1056, "05000000"));

        var child = CowdChild.Read(bytes.AsSpan(Union));

        Assert.Equal(("base.vmdk", 5u), (child.ParentName, child.ParentGeneration));
        Assert.Equal(Layout.SizeOf<CowdChild>(), CowdHeader.View(bytes).RootOrChild.Length);
    }
}
