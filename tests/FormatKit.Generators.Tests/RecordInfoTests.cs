namespace FormatKit.Generators.Tests;

public sealed class RecordInfoTests
{
    [Fact]
    public void The_table_says_what_the_declaration_says()
    {
        var info = Records.InfoOf<PngChunk>();

        Assert.Equal(("PngChunk", ByteOrder.BigEndian, 12), (info.Name, info.Order, info.MinimumSize));
        Assert.Equal("PNG 1.2, clause 3.2", info.Spec);
        Assert.Equal(["Length", "Type", "Data", "Crc"], info.Fields.Select(field => field.Name));
        Assert.Equal([4, 4, null, 4], info.Fields.Select(field => field.Width));
    }

    [Fact]
    public void Roles_are_said_on_both_sides()
    {
        var info = Records.InfoOf<BodyChunk>();

        Assert.Equal(("Body", "Body"), (info.Fields[0].LengthOf, info.Fields[1].TagOf));
        Assert.Equal(("Length", "Type"), (info.Fields[2].Extent.Field, info.Fields[2].TaggedBy));
        Assert.Equal([true, true, false], info.Fields.Select(field => field.IsComputed));
    }

    [Fact]
    public void Variants_are_in_the_table()
    {
        var variants = Records.InfoOf<BodyChunk>().Find("Body")!.Variants!;

        Assert.Equal(["SizeBody", "TextBody", "EndBody"], variants.Variants.Select(variant => variant.Record.Name));
        Assert.Equal(("OtherBody", "Clause 4"), (variants.Other!.Name, variants.Spec));
        Assert.Equal("TextBody", variants.Find(FourCC.Of("tEXt").Value)!.Name);
    }

    [Fact]
    public void A_checksum_can_be_computed_from_the_table()
    {
        var sum = Records.InfoOf<PngChunk>().Find("Crc")!.Checksum!;

        Assert.Equal(("Crc32", "Type to Data"), (sum.Algorithm, Assert.Single(sum.Ranges).ToString()));
        Assert.Equal(0xAE426082u, sum.Compute("IEND"u8));
    }

    [Fact]
    public void Conditions_extents_and_ends_are_in_the_table()
    {
        var member = Records.InfoOf<Member>();

        Assert.Equal("Parts has 0x4", member.Find("Extra")!.Condition!.ToString());
        Assert.Equal("bytes by a number of 2 bytes", member.Find("Extra")!.Extent.ToString());
        Assert.Equal("up to a NUL", member.Find("Name")!.Extent.ToString());
        Assert.Equal("Version ≥ 2", member.Find("Checksum")!.Condition!.ToString());
        Assert.Equal(
            "up to its last element, up to an element whose Type is 0",
            Records.InfoOf<Extensions>().Fields[0].Extent.ToString());
    }

    [Fact]
    public void Properties_are_read_and_set_through_the_table()
    {
        var (info, chunk) = (Records.InfoOf<PngChunk>(), new PngChunk());

        info.Find("Type")!.Set!(chunk, FourCC.Of("IEND"));

        Assert.Equal(FourCC.Of("IEND"), info.Find("Type")!.Get(chunk));
        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(info.ToBytes(chunk)));
    }

    [Fact]
    public void What_can_only_be_initialized_has_no_setter() =>
        Assert.All(Records.InfoOf<Pair>().Fields, field => Assert.Null(field.Set));

    [Fact]
    public void A_record_may_hold_itself_in_the_table() => Assert.Same(
        Records.InfoOf<Negation>(),
        Records.InfoOf<Negation>().Find("Operand")!.Variants!.Variants[0].Record);
}
