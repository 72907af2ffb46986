using FsCheck;
using FsCheck.Fluent;
using FormatKit.Generators.Tests.Declarations;
using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

public sealed class InfoTests
{
    public static TheoryData<string> Layouts =>
        [nameof(VhdFooter), nameof(Integers), nameof(Texts), nameof(Times), nameof(Ids), nameof(Table), nameof(Magics)];

    private static LayoutInfo Info(string name) => name switch
    {
        nameof(VhdFooter) => Layout.InfoOf<VhdFooter>(),
        nameof(Integers) => Layout.InfoOf<Integers>(),
        nameof(Texts) => Layout.InfoOf<Texts>(),
        nameof(Times) => Layout.InfoOf<Times>(),
        nameof(Ids) => Layout.InfoOf<Ids>(),
        nameof(Table) => Layout.InfoOf<Table>(),
        _ => Layout.InfoOf<Magics>(),
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Fields_stand_in_disk_order_without_gaps(string layout)
    {
        var info = Info(layout);
        var end = 0;

        Assert.All(info.Fields, field => Assert.Equal(end, (field.Offset, end = field.End).Offset));
        Assert.Equal(info.Size, end);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void What_accessors_read_they_write_back_the_same(string layout)
    {
        var info = Info(layout);
        var bytes = Enumerable.Range(1, info.Size).Select(index => (byte)(index % 120)).ToArray();

        foreach (var field in info.Fields.Where(field => field is { Get: not null, Set: not null }))
        {
            var copy = bytes.ToArray();
            copy.AsSpan(field.Offset, field.Width).Clear();
            field.Set!(copy, field.Get!(bytes));
            SameBytes(bytes, copy);
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Raw_accessors_show_exactly_the_fields_bytes(string layout)
    {
        var info = Info(layout);
        var bytes = Enumerable.Range(1, info.Size).Select(index => (byte)index).ToArray();

        foreach (var field in info.Fields.Where(field => field is { GetBytes: not null, EditBytes: not null }))
        {
            SameBytes(bytes.AsSpan(field.Offset, field.Width), field.GetBytes!(bytes));
            field.EditBytes!(bytes).Reverse();
            SameBytes(bytes.AsSpan(field.Offset, field.Width), field.GetBytes!(bytes));
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Any_bytes_can_be_read_judged_and_put_into_words(string layout)
    {
        var info = Info(layout);
        Prop.ForAll<int>(seed =>
        {
            var bytes = new byte[info.Size];
            new Random(seed).NextBytes(bytes);
            var violations = new ViolationList();
            info.Validate(bytes, violations);
            Assert.All(violations, violation => Assert.NotEmpty(violation.ToString()));
            Assert.NotEmpty(info.Describe(bytes));
            info.Seal(bytes);
            Assert.DoesNotContain(info.Fields, field => field.GetBytes is null && field.Get!(bytes) is null);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void What_is_sealed_keeps_every_rule_that_sealing_can_keep(string layout)
    {
        var info = Info(layout);
        Prop.ForAll<int>(seed =>
        {
            var bytes = new byte[info.Size];
            new Random(seed).NextBytes(bytes);
            info.Seal(bytes);
            var violations = new ViolationList();
            info.Validate(bytes, violations);
            Assert.All(violations, violation => Assert.Equal(ViolationKind.UnknownValue, violation.Kind));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_field_has_an_accessor() =>
        Assert.All(
            Layout.InfoOf<VhdFooter>().Fields,
            field => Assert.True(field.Get is null != field.GetBytes is null));

    [Fact]
    public void A_field_has_accessors_of_its_value_and_of_the_bytes_that_it_cannot_represent()
    {
        var fields = Layout.InfoOf<WideTimes>().Fields;

        Assert.All(fields, field => Assert.True(field is { Get: not null, Set: not null }));
        Assert.Equal(
            typeof(WideTimes).GetProperties().Select(property => property.Name)
                .Where(name => name.EndsWith("Bytes", StringComparison.Ordinal)),
            fields.Where(field => field is { GetBytes: not null, EditBytes: not null })
                .Select(field => field.Name + "Bytes"));
    }

    [Fact]
    public void The_table_says_what_a_field_is()
    {
        var fields = Layout.InfoOf<VhdFooter>().Fields.ToDictionary(field => field.Name);

        Assert.Equal("Identifies the creator of the disk.", fields["Cookie"].Doc);
        Assert.Equal(0x636F6E6563746978u, fields["Cookie"].Fixed);
        Assert.True(fields["Cookie"].FixedIsText);
        Assert.Equal(ulong.MaxValue, fields["DataOffset"].NullValue);
        Assert.Equal(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), fields["CreatedAt"].Epoch);
        Assert.Equal(
            ["None", "Fixed", "Dynamic", "Differencing"], fields["DiskType"].EnumNames.Select(name => name.Name));
        Assert.True(fields["DiskType"].RejectsUnknown);
        Assert.True(fields["Features"].IsFlags);
        Assert.Same(Layout.InfoOf<DiskGeometry>(), fields["Geometry"].Nested);
        Assert.Equal(FieldRole.Checksum, fields["Checksum"].Role);
        Assert.Equal(FieldRole.Reserved, fields["Reserved"].Role);
    }

    [Fact]
    public void The_table_says_what_the_layout_is()
    {
        var info = Layout.InfoOf<VhdFooter>();

        Assert.Equal(("VhdFooter", 512, ByteOrder.BigEndian), (info.Name, info.Size, info.Order));
        Assert.Equal("The last 512 bytes of every VHD, and the first of most.", info.Doc);
        Assert.StartsWith("Virtual Hard Disk Image Format Specification 1.0", info.Spec, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_made_once() => Assert.Same(Layout.InfoOf<VhdFooter>(), Layout.InfoOf<VhdFooter>());
}
