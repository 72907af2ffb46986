using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(8, ByteOrder.LittleEndian)]
internal partial struct Times
{
    [Timestamp("2000-01-01"), Endian(ByteOrder.BigEndian)] public partial DateTimeOffset Big { readonly get; set; }
    [Timestamp("1970-01-01")] public partial DateTimeOffset Little { readonly get; set; }
}

[BinaryLayout(34, ByteOrder.LittleEndian)]
internal partial struct WideTimes
{
    [Timestamp("1601-01-01", TimeUnit.HundredNanoseconds)] public partial DateTimeOffset FileTime { readonly get; set; }
    [Timestamp("1970-01-01", TimeUnit.Milliseconds, Width = 6), Endian(ByteOrder.BigEndian)]
    public partial DateTimeOffset Millis { readonly get; set; }
    [Timestamp("1970-01-01", TimeUnit.HundredNanoseconds, Width = 7)]
    public partial DateTimeOffset Steps { readonly get; set; }
    [Timestamp("1970-01-01", Width = 5)] public partial DateTimeOffset Seconds5 { readonly get; set; }
    [Timestamp("1970-01-01", Width = 8)] public partial DateTimeOffset Seconds8 { readonly get; set; }
}

public sealed class TimestampTests
{
    [Fact]
    public void A_file_time_is_what_windows_has()
    {
        var bytes = new byte[34];
        var time = new DateTimeOffset(2024, 2, 29, 12, 34, 56, TimeSpan.Zero).AddTicks(1234567);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(bytes, time.ToFileTime());

        Assert.Equal(time, WideTimes.View(bytes).FileTime);
    }

    [Fact]
    public void Every_unit_and_width_is_written()
    {
        var value = new WideTimes
        {
            FileTime = DateTimeOffset.FromFileTime(0x0102030405060708),
            Millis = DateTimeOffset.FromUnixTimeMilliseconds(0x010203040506),
            Steps = DateTimeOffset.UnixEpoch.AddTicks(0x01020304050607),
            Seconds5 = DateTimeOffset.FromUnixTimeSeconds(0x0102030405),
            Seconds8 = DateTimeOffset.FromUnixTimeSeconds(0x0102030405),
        };

        SameBytes([
            8, 7, 6, 5, 4, 3, 2, 1, // FileTime
            1, 2, 3, 4, 5, 6,       // Millis
            7, 6, 5, 4, 3, 2, 1,    // Steps
            5, 4, 3, 2, 1,          // Seconds5
            5, 4, 3, 2, 1, 0, 0, 0, // Seconds8
        ], Layout.BytesOf(in value));
    }

    [Fact]
    public void What_is_beyond_the_calendar_reads_as_its_end_and_is_reported()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)0xFF, 34)];
        ref readonly var value = ref WideTimes.View(bytes);

        Assert.Equal(
            (DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue),
            (value.FileTime, value.Seconds5, value.Seconds8));
        Assert.Equal(
            [
                "FKV012: WideTimes.FileTime at byte 0: found 18446744073709551615 (beyond the year 9999), "
                + "expected at most 9999-12-31 23:59:59.9999999Z",
                "FKV012: WideTimes.Millis at byte 8: found 281474976710655 (beyond the year 9999), "
                + "expected at most 9999-12-31 23:59:59.999Z",
                "FKV012: WideTimes.Seconds5 at byte 21: found 1099511627775 (beyond the year 9999), "
                + "expected at most 9999-12-31 23:59:59Z",
                "FKV012: WideTimes.Seconds8 at byte 26: found 18446744073709551615 (beyond the year 9999), "
                + "expected at most 9999-12-31 23:59:59Z",
            ],
            Layout.Validate(in value).Select(violation => violation.ToString()));
    }

    [Fact]
    public void The_last_moment_of_the_calendar_is_a_date_and_the_next_is_none()
    {
        var value = new WideTimes { FileTime = DateTimeOffset.MaxValue, Millis = DateTimeOffset.MaxValue };
        Assert.True(Layout.IsValid(in value));
        Assert.Equal(DateTimeOffset.MaxValue, value.FileTime);

        value.EditMillisBytes()[4]++; // 253402300799999 ms are e6 77 d2 1f db ff

        Assert.Equal(ViolationKind.Time, Assert.Single(Layout.Validate(in value)).Kind);
    }

    [Fact]
    public void Bytes_that_no_date_has_can_be_read_and_edited()
    {
        var value = default(WideTimes);

        value.EditFileTimeBytes().Fill(0xFF);

        SameBytes([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], value.FileTimeBytes);
    }

    [Fact]
    public void A_field_that_stays_within_the_calendar_has_no_rule() =>
        Assert.False(Layout.HasRules<Times>());

    [Fact]
    public void In_words_a_time_has_the_precision_of_its_unit() => Assert.StartsWith(
        "WideTimes { FileTime = 1601-01-01 00:00:00.0000000Z, Millis = 1970-01-01 00:00:00.000Z, ",
        default(WideTimes).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void A_width_that_no_time_has_is_refused(int width) => DiagnoseField(
        "FK0032",
        $$"""
        [Timestamp("1970-01-01", Width = ⟦{{width}}⟧)] public partial DateTimeOffset Value { readonly get; set; }
        """);

    [Fact]
    public void A_unit_that_does_not_exist_is_refused() => DiagnoseField(
        "FK0026",
        """[Timestamp("1970-01-01", ⟦(TimeUnit)3⟧)] public partial DateTimeOffset Value { readonly get; set; }""");

    // 256^4 seconds are 136 years, 256^5 milliseconds 34; the others last longer than a thousand years.
    [Theory]
    [InlineData("9863-11-25", "Seconds", 4, "9863-11-24")]
    [InlineData("9965-02-28", "Milliseconds", 5, "9965-02-27")]
    [InlineData("9000-01-01", "Milliseconds", 6, "8999-12-31")]
    [InlineData("9000-01-01", "HundredNanoseconds", 8, "8999-12-31")]
    public void An_epoch_that_leaves_no_dates_is_refused(string epoch, string unit, int width, string latest) =>
        Assert.EndsWith($"{latest} at the latest", DiagnoseField(
            "FK0033",
            $$"""
            [Timestamp(⟦"{{epoch}}"⟧, TimeUnit.{{unit}}, Width = {{width}})]
            public partial DateTimeOffset Value { readonly get; set; }
            """), StringComparison.Ordinal);

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
        Assert.Equal(9999, new DateTimeOffset(9863, 11, 24, 0, 0, 0, TimeSpan.Zero).AddSeconds(uint.MaxValue).Year);
}
