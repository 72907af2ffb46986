using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>The options of DHCP: a pad and an end of one byte each, all others with a length.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "RFC 2132, 2")]
internal sealed partial class DhcpOptions
{
    [Magic(0x63825363)] public uint Cookie { get; private set; }
    [Until(nameof(DhcpOption.Code), 255, Max = 64)] public DhcpOption[] Items { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class DhcpOption
{
    public byte Code { get; private set; }
    [TaggedBy(nameof(Code))] public DhcpBody Body { get; set; } = new DhcpEnd();
}

[BinaryVariants<byte>(Spec = "RFC 2132, 3")]
[Variant(0, typeof(DhcpPad))]
[Variant(51, typeof(DhcpLeaseTime))]
[Variant(255, typeof(DhcpEnd))]
[OtherVariant(typeof(DhcpOther))]
internal abstract partial class DhcpBody;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class DhcpPad : DhcpBody;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class DhcpEnd : DhcpBody;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class DhcpLeaseTime : DhcpBody
{
    [Constant(4)] public byte Length { get; private set; }
    public uint Seconds { get; set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class DhcpOther : DhcpBody
{
    [Tag] public byte Code { get; set; }
    [Prefixed(1)] public byte[] Data { get; set; } = [];
}

/// <summary>A sequence that ends with a marker of its own, and elements of several kinds before it.</summary>
public sealed class EndMarkerTests
{
    private static readonly byte[] Offer =
    [
        0x63, 0x82, 0x53, 0x63, // the magic cookie
        53, 1, 2, // DHCP message type: offer
        0, // pad
        51, 4, 0x00, 0x01, 0x51, 0x80, // a day
        255, // end
    ];

    [Fact]
    public void A_sequence_ends_at_its_marker()
    {
        Assert.True(DhcpOptions.TryRead([.. Offer, 0, 0], out var options, out var consumed));

        Assert.Equal(Offer.Length, consumed);
        Assert.Collection(
            options.Items.Select(item => item.Body),
            type => Assert.Equal([2], Assert.IsType<DhcpOther>(type).Data),
            pad => Assert.IsType<DhcpPad>(pad),
            time => Assert.Equal(86_400u, Assert.IsType<DhcpLeaseTime>(time).Seconds),
            end => Assert.IsType<DhcpEnd>(end));
    }

    [Fact]
    public void Its_elements_are_written_with_their_tags_and_the_marker() => SameBytes(Offer, new DhcpOptions
    {
        Items =
        [
            new() { Body = new DhcpOther { Code = 53, Data = [2] } },
            new() { Body = new DhcpPad() },
            new() { Body = new DhcpLeaseTime { Seconds = 86_400 } },
            new(),
        ],
    }.ToBytes());

    [Fact]
    public void A_sequence_without_its_marker_is_not_written() => Assert.Contains(
        "DhcpOptions.Items must end with",
        Assert.Throws<ArgumentException>(
            () => new DhcpOptions { Items = [new() { Body = new DhcpPad() }] }.ToBytes()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_sequence_without_its_marker_is_waited_for_and_then_refused()
    {
        Assert.Equal(
            Offer.Length, Records.Parse<DhcpOptions>(Offer.AsSpan(0, Offer.Length - 1), isFinal: false).Needed);
        Assert.Equal(
            "Items[3].Code", Records.Parse<DhcpOptions>(Offer.AsSpan(0, Offer.Length - 1)).Violations[^1].Path);
    }

    [Fact]
    public void Pads_without_end_stop_at_the_limit()
    {
        byte[] bytes = [.. Offer.AsSpan(0, 4), .. new byte[1000]];

        Assert.Equal(
            (ViolationKind.TooLarge, "Items"),
            (Records.Parse<DhcpOptions>(bytes).Violations[^1].Kind,
                Records.Parse<DhcpOptions>(bytes).Violations[^1].Path));
    }

    [Fact]
    public void Variants_without_a_record_for_their_tags_are_refused() => Assert.Equal(
        "'Items' is an array of variants, and nothing holds the tag of each; declare a record of the tag "
        + "('ushort Tag') and its variant ('[TaggedBy(nameof(Tag))] Body Body'), and an array of that record",
        Diagnose("FK0136", """
            [BinaryVariants<ushort>]
            [Variant(1, typeof(Known))]
            public abstract partial class Body;

            [BinaryRecord(ByteOrder.BigEndian)]
            public sealed partial class Known : Body { public byte Value { get; set; } }

            [BinaryRecord(ByteOrder.BigEndian)]
            public sealed partial class Chunk
            {
                [Rest] public ⟦Body[]⟧ Items { get; set; } = [];
            }
            """));
}
