using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[Flags]
internal enum MemberParts : byte
{
    Name = 1,
    Extra = 4,
}

/// <summary>As the head of a gzip member: flags say which fields follow.</summary>
[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial class Member
{
    public byte Version { get; set; }
    public MemberParts Parts { get; set; }
    public byte Size { get; private set; }
    [WhenFlag(nameof(Parts), MemberParts.Extra), Prefixed(2)] public byte[]? Extra { get; set; }
    [WhenFlag(nameof(Parts), MemberParts.Name), Terminated, Encoded(TextEncoding.Latin1)]
    public string? Name { get; set; }
    [Since(nameof(Version), 2)] public ushort? Checksum { get; set; }
    [When(nameof(Version), 3), Length(nameof(Size))] public byte[]? Late { get; set; }
}

public sealed class RecordConditionTests
{
    [Theory]
    [InlineData("010000", null, null, null, null)]
    [InlineData("010400" + "010009", "09", null, null, null)]
    [InlineData("010100" + "6100", null, "a", null, null)]
    [InlineData("020000" + "3412", null, null, 0x1234, null)]
    [InlineData("030501" + "0000" + "6100" + "FFFF" + "08", "", "a", 0xFFFF, "08")]
    public void A_field_is_there_when_its_condition_holds(
        string bytes, string? extra, string? name, int? checksum, string? late)
    {
        var value = Member.Read(Convert.FromHexString(bytes));

        Assert.Equal(extra, value.Extra is { } found ? Convert.ToHexString(found) : null);
        Assert.Equal((name, checksum), (value.Name, (int?)value.Checksum));
        Assert.Equal(late, value.Late is { } end ? Convert.ToHexString(end) : null);
        SameBytes(Convert.FromHexString(bytes), value.ToBytes());
    }

    [Fact]
    public void A_value_that_would_be_lost_is_not_written()
    {
        var error = Assert.Throws<ArgumentException>(() => new Member { Version = 1, Checksum = 5 }.ToBytes());

        Assert.Equal("Member.Checksum has a value, which is there only when Version ≥ 2.", error.Message);
    }

    [Fact]
    public void A_value_that_is_due_is_demanded()
    {
        var error = Assert.Throws<ArgumentException>(() => new Member { Version = 2 }.ToBytes());

        Assert.Equal("Member.Checksum is null, but Version ≥ 2 demands it.", error.Message);
    }

    [Fact]
    public void A_length_of_what_is_not_there_is_a_violation() => Assert.Equal(
        "FKV029: Member.Size at byte 2: found 5, expected 0, since what it counts is not there",
        Assert.Single(Records.Parse<Member>([1, 0, 5]).Violations).ToString());
}
