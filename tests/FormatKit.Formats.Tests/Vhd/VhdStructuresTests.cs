using System.Buffers.Binary;
using FormatKit.Formats.Vhd;
using FormatKit.Testing;

namespace FormatKit.Formats.Tests.Vhd;

public sealed class VhdStructuresTests
{
    private static readonly string[] WholeDifferencing =
    [
        "footer copy at 0, 512",
        "dynamic header at 512, 1024",
        "block allocation table at 1536, 512",
        "batmap header at 2048, 512",
        "batmap at 2560, 512",
        "parent name 0 at 3072, 17",
        "parent name 1 at 3584, 20",
        "footer at 4096, 512",
    ];

    [Fact]
    public void A_fixed_disk_has_a_footer() =>
        Assert.Equal(["footer at 1024, 512"], Find(VhdPicture.Fixed()));

    [Fact]
    public void A_vhd_that_a_guest_writes_to_its_fixed_disk_is_data()
    {
        var file = VhdPicture.Differencing()[..0x1000].Concat(VhdPicture.Fixed()[1024..]).ToArray();

        Assert.Equal(["footer at 4096, 512"], Find(file));
    }

    [Fact]
    public void A_differencing_disk_has_all_structures() =>
        Assert.Equal(WholeDifferencing, Find(VhdPicture.Differencing()));

    [Fact]
    public void Without_the_footer_the_copy_is_gone_by() =>
        Assert.Equal(WholeDifferencing[..^1], Find(VhdPicture.Differencing()[..0x1000]));

    [Fact]
    public void Without_the_copy_the_footer_is_gone_by()
    {
        var file = VhdPicture.Differencing();
        file.AsSpan(0, 512).Clear();

        Assert.Equal(WholeDifferencing[1..], Find(file));
    }

    [Fact]
    public void Of_two_footers_the_whole_one_is_gone_by()
    {
        var copyIsDamaged = VhdPicture.Differencing();
        copyIsDamaged[18] = 0x55;
        var footerIsDamaged = VhdPicture.Differencing();
        footerIsDamaged[0x1000 + 18] = 0x55;

        Assert.Equal(WholeDifferencing, Find(copyIsDamaged));
        Assert.Equal(WholeDifferencing, Find(footerIsDamaged));
    }

    [Fact]
    public void A_footer_of_511_bytes_is_found()
    {
        var file = VhdPicture.Fixed()[..^1];

        Assert.True(VhdStructures.TryReadFooter(new ByteArraySource(file), out var footer, out var offset));
        Assert.Equal(1024, offset);
        Assert.Empty(Layout.Validate(footer));
        Assert.Equal(["footer at 1024, 512"], Find(file));
    }

    [Fact]
    public void A_file_that_is_nothing_but_a_footer_has_one() =>
        Assert.Equal(["footer at 0, 512"], Find(VhdPicture.Fixed()[1024..]));

    [Theory]
    [InlineData(0)]
    [InlineData(510)]
    [InlineData(512)]
    public void Without_a_cookie_there_is_nothing(int length)
    {
        Assert.Empty(Find(new byte[length]));
        Assert.False(VhdStructures.TryReadFooter(new ByteArraySource(new byte[length]), out _, out var offset));
        Assert.Equal(-1, offset);
    }

    [Theory]
    [InlineData(0x1200UL - 1023)]
    [InlineData((ulong)long.MaxValue - 1024)]
    [InlineData(ulong.MaxValue - 1)]
    public void A_header_that_is_not_in_the_file_is_not_found(ulong offset)
    {
        var file = VhdPicture.Differencing();
        foreach (var at in (int[])[0, 0x1000])
        {
            ref var footer = ref VhdFooter.Edit(file.AsSpan(at));
            footer.DataOffset = offset;
            Layout.Seal(ref footer);
        }

        Assert.Equal(["footer copy at 0, 512", "footer at 4096, 512"], Find(file));
    }

    [Fact]
    public void A_cookie_is_right_whatever_else_is_wrong()
    {
        var bytes = TestBytes.Of(512, (0, TestBytes.Ascii("conectix")));
        Assert.True(VhdStructures.HasCookie(VhdFooter.View(bytes)));

        bytes[7] = (byte)'y';
        Assert.False(VhdStructures.HasCookie(VhdFooter.View(bytes)));
    }

    [Fact]
    public void Hostile_fields_never_throw_and_never_point_out_of_range()
    {
        foreach (var (at, layout) in ((int, LayoutInfo)[])
            [
                (0, Layout.InfoOf<VhdFooter>()),
                (0x1000, Layout.InfoOf<VhdFooter>()),
                (0x200, Layout.InfoOf<VhdDynamicHeader>()),
                (0x800, Layout.InfoOf<TdBatmapHeader>()),
            ])
        {
            var original = VhdPicture.Differencing()[at..][..layout.Size];
            foreach (var mutation in FieldMutations.Of(layout, original))
            {
                var file = VhdPicture.Differencing();
                mutation.Apply(file.AsSpan(at));
                ExpectSane(file);
                layout.Seal(file.AsSpan(at, layout.Size));
                ExpectSane(file);
            }
        }
    }

    [Fact]
    public void Any_bytes_behind_the_cookies_never_throw() =>
        Law.ForAll("structures of any bytes", Arbitraries.Bytes(VhdPicture.Length), file =>
        {
            ExpectSane(file);
            "conectix"u8.CopyTo(file);
            "conectix"u8.CopyTo(file.AsSpan(0x1000));
            "cxsparse"u8.CopyTo(file.AsSpan(0x200));
            ExpectSane(file);
            BinaryPrimitives.WriteUInt64BigEndian(file.AsSpan(0x1000 + 16), 0x200);
            ExpectSane(file);
        }, 300);

    [Fact]
    public void Any_truncation_never_throws()
    {
        var file = VhdPicture.Differencing();
        for (var length = 0; length < file.Length; length++)
        {
            ExpectSane(file[..length]);
        }
    }

    private static IEnumerable<string> Find(byte[] file) => VhdStructures.Find(new ByteArraySource(file)).Words();

    private static void ExpectSane(byte[] file)
    {
        var found = VhdStructures.Find(new ByteArraySource(file));

        // Two footers, a header, a table, two parts of a batmap and eight names are all there can be.
        Assert.InRange(found.Count, 0, 14);
        Assert.All(found, structure =>
        {
            Assert.True(structure.Offset.Value >= 0 && structure.Length >= 0, structure.ToString());
            Assert.True(structure.Offset + structure.Length > new HostOffset(-1), structure.ToString());
        });
    }
}
