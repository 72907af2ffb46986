using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>What a change of the parent leaves as it was, in files by all kinds of writers.</summary>
public sealed class VhdRelinkTests
{
    private static readonly NewBacking Other = new(ImageFormats.Vhd, "other.vhd", "/disks/other.vhd")
    {
        Identity = "11112222-3333-4444-5555-666677778888",
    };

    [Fact]
    public void Flags_in_reserved_bytes_the_batmap_and_the_blocks_survive()
    {
        var before = XenServerVhd.Make();

        var after = Relinked(before, Other);

        Assert.Equal(before.Length, after.Length);
        foreach (var at in (int[])[0, after.Length - 512])
        {
            // All but data offset, type and checksum; the reserved bytes too.
            Assert.Equal(before.AsSpan(at, 16), after.AsSpan(at, 16));
            Assert.Equal(before.AsSpan(at + 16, 44), after.AsSpan(at + 16, 44));
            Assert.Equal(before.AsSpan(at + 68, 444), after.AsSpan(at + 68, 444));
        }

        Assert.Equal(0xA5, after[512 + 1000]);
        Assert.Equal(
            before.AsSpan(XenServerVhd.TableAt, XenServerVhd.NamesAt - XenServerVhd.TableAt),
            after.AsSpan(XenServerVhd.TableAt, XenServerVhd.NamesAt - XenServerVhd.TableAt));
        Assert.Equal(
            before.AsSpan(XenServerVhd.FirstBlock, XenServerVhd.FooterAt - XenServerVhd.FirstBlock),
            after.AsSpan(XenServerVhd.FirstBlock, XenServerVhd.FooterAt - XenServerVhd.FirstBlock));
        Assert.Equal(VhdDiskType.Differencing, VhdFooter.View(after).DiskType);
    }

    [Fact]
    public void Names_that_fit_go_where_the_old_ones_were()
    {
        var header = VhdDynamicHeader.View(Relinked(XenServerVhd.Make(), Other).AsSpan(512));

        Assert.Equal((ulong)XenServerVhd.NamesAt, header.ParentLocators[0].DataOffset);
        Assert.Equal("other.vhd", header.ParentName.TrimEnd('\0'));
        Assert.Equal(Guid.Parse(Other.Identity!), header.ParentUniqueId);
    }

    [Fact]
    public void Names_in_a_place_that_something_else_has_too_are_not_written_there()
    {
        var file = XenServerVhd.Make().WithHeader((ref header) =>
        {
            foreach (ref var locator in header.EditParentLocators()[..3])
            {
                locator.DataOffset = XenServerVhd.FirstBlock + 1024;
            }
        });

        var after = Relinked(file, Other);

        Assert.Equal(
            file.AsSpan(XenServerVhd.FirstBlock, XenServerVhd.FooterAt - XenServerVhd.FirstBlock),
            after.AsSpan(XenServerVhd.FirstBlock, XenServerVhd.FooterAt - XenServerVhd.FirstBlock));
    }

    [Fact]
    public void A_footer_of_511_bytes_becomes_one_of_512()
    {
        var before = VhdBytes.Dynamic();

        var after = Relinked(before[..^1], Other);

        Assert.True(Layout.IsValid(VhdFooter.View(after.AsSpan(^512))));
        AssertOpens(after, "other.vhd");
    }

    [Fact]
    public void A_header_that_is_not_behind_the_copy_of_the_footer_stays_where_it_is()
    {
        var file = VhdBytes.Dynamic();
        var (headerAt, end) = (file.Length - 512, file.Length);
        byte[] moved = [.. file[..headerAt], .. file[512..1536], .. file[headerAt..]];
        moved.AsSpan(512, 1024).Clear();
        moved = moved.WithFooters((ref footer) => footer.DataOffset = (ulong)headerAt);

        var after = Relinked(moved, Other);

        Assert.Equal((ulong)headerAt, VhdFooter.View(after).DataOffset);
        Assert.False(after.AsSpan(512, 1024).ContainsAnyExcept((byte)0));
        Assert.InRange(after.Length, end + 1024, end + 1024 + 2048);
        AssertOpens(after, "other.vhd");
    }

    [Fact]
    public void Names_behind_the_blocks_are_cut_off_when_there_is_no_parent_any_more()
    {
        var file = XenServerVhd.Make();
        byte[] moved =
        [
            .. file[..XenServerVhd.FooterAt], .. file[XenServerVhd.NamesAt..XenServerVhd.NamesEnd],
            .. file[XenServerVhd.FooterAt..],
        ];
        moved = moved.WithFooters((ref footer) => footer.DiskType = VhdDiskType.Differencing)
            .WithHeader((ref header) =>
            {
                foreach (ref var locator in header.EditParentLocators()[..3])
                {
                    locator.DataOffset += XenServerVhd.FooterAt - XenServerVhd.NamesAt;
                }
            });

        var after = Relinked(moved, null);

        Assert.Equal(file.Length, after.Length);
        Assert.Equal(VhdParentLocatorCode.None, VhdDynamicHeader.View(after.AsSpan(512)).ParentLocators[0].PlatformCode);
        AssertOpens(after, null);
    }

    /// <summary>What is behind the last block, and no hole, may be something that others know of.</summary>
    [Fact]
    public void Unknown_bytes_behind_the_blocks_survive()
    {
        var file = VhdBytes.Dynamic();
        var end = file.Length - 512;
        byte[] longer = [.. file[..end], .. Bytes.Noise(2048, 3), .. file[end..]];

        var after = Relinked(longer, Other);

        Assert.Equal(Bytes.Noise(2048, 3), after[end..(end + 2048)]);
        AssertOpens(after, "other.vhd");
    }

    [Fact]
    public void A_fixed_disk_cannot_have_a_parent_and_needs_nothing_to_have_none()
    {
        using var store = new MemoryStore(VhdBytes.Fixed());

        Assert.Empty(ImageFormats.Vhd.PlanRelink(store, null));
        var e = Assert.Throws<ImageException>(() => ImageFormats.Vhd.PlanRelink(store, Other));
        Assert.Contains("fixed", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Planning_writes_nothing()
    {
        using var file = new MemoryStore(XenServerVhd.Make());

        Assert.NotEmpty(ImageFormats.Vhd.PlanRelink(TestDisk.Frozen(file), Other));
    }

    private static byte[] Relinked(byte[] before, NewBacking? backing)
    {
        using var store = new MemoryStore([.. before]);
        ImageChange.Run(store, ImageFormats.Vhd.PlanRelink(store, backing));
        return store.ToArray();
    }

    private static void AssertOpens(byte[] file, string? parent)
    {
        using var store = new MemoryStore(file);
        using var disk = DiskImage.Open(store, new ImageOpenOptions { OpenBacking = false });
        Assert.Empty(disk.Warnings);
        Assert.Equal(parent, disk.BackingReference?.Names[0].Path);
    }
}
