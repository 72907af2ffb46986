using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(8, ByteOrder.LittleEndian)]
internal partial struct Times
{
    [Timestamp("2000-01-01"), Endian(ByteOrder.BigEndian)] public partial DateTimeOffset Big { readonly get; set; }
    [Timestamp("1970-01-01")] public partial DateTimeOffset Little { readonly get; set; }
}

public sealed class TimestampTests
{
    [Fact]
    public void Seconds_count_from_the_epoch()
    {
        ref readonly var value = ref Times.View([
            0, 0, 0x0E, 0x10, // Big: an hour
            1, 0, 0, 0,       // Little: a second
        ]);

        Assert.Equal(new DateTimeOffset(2000, 1, 1, 1, 0, 0, TimeSpan.Zero), value.Big);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(1), value.Little);
    }

    [Fact]
    public void Fractions_are_cut_off_and_zones_do_not_matter()
    {
        var value = new Times { Big = new DateTimeOffset(2000, 1, 1, 2, 0, 1, 999, TimeSpan.FromHours(2)) };

        SameBytes([0, 0, 0, 1], Layout.BytesOf(in value)[..4]);
    }

    [Fact]
    public void The_last_second_is_representable()
    {
        var value = new Times { Little = DateTimeOffset.UnixEpoch.AddSeconds(uint.MaxValue).AddMilliseconds(999) };

        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(uint.MaxValue), value.Little);
    }

    [Theory]
    [InlineData("1999-12-31T23:59:59.999Z")]
    [InlineData("2136-02-07T06:28:16Z")]
    public void A_time_outside_is_refused_and_nothing_is_written(string text)
    {
        var time = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var value = new Times { Big = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var before = value;

        Assert.Throws<ArgumentOutOfRangeException>("Big", () => value.Big = time);

        Assert.Equal(before, value);
    }

    [Theory]
    [InlineData("\"2000-1-1\"")]
    [InlineData("\"2000-02-30\"")]
    [InlineData("\"9863-01-02\"")]
    [InlineData("\"\"")]
    public void An_epoch_that_is_no_date_is_refused(string epoch) => DiagnoseField(
        "FK0023", $$"""[Timestamp(⟦{{epoch}}⟧)] public partial DateTimeOffset Value { readonly get; set; }""");

    [Fact]
    public void A_time_needs_its_epoch() => DiagnoseField(
        "FK0013", "public partial DateTimeOffset ⟦Value⟧ { readonly get; set; }");

    [Fact]
    public void An_integer_is_no_time() => DiagnoseField(
        "FK0014", """[⟦Timestamp("2000-01-01")⟧] public partial uint Value { readonly get; set; }""");

    [Fact]
    public void The_latest_epoch_still_ends_within_the_calendar() =>
        Assert.True(new DateTimeOffset(9863, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(uint.MaxValue).Year == 9999);
}
