using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(32, ByteOrder.BigEndian)]
internal partial struct Ids
{
    [UniqueId(GuidOrder.Rfc4122)] public partial Guid Rfc { readonly get; set; }
    [UniqueId(GuidOrder.Mixed)] public partial Guid Mixed { readonly get; set; }
}

public sealed class UniqueIdTests
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    [Fact]
    public void Each_order_puts_the_first_three_parts_its_own_way()
    {
        var value = new Ids { Rfc = Id, Mixed = Id };

        Assert.Equal(
            "00112233445566778899AABBCCDDEEFF" // Rfc
            + "33221100554477668899AABBCCDDEEFF", // Mixed
            Convert.ToHexString(Layout.BytesOf(in value)));
        Assert.Equal((Id, Id), (value.Rfc, value.Mixed));
    }

    [Fact]
    public void A_guid_needs_its_order()
    {
        var message = DiagnoseField("FK0013", "public partial Guid ⟦Value⟧ { readonly get; set; }", size: 16);

        Assert.Equal(
            "'Value' is of type Guid and needs [UniqueId(GuidOrder.Rfc4122)] or [UniqueId(GuidOrder.Mixed)]", message);
    }

    [Fact]
    public void Bytes_are_no_unique_id() => DiagnoseField("FK0014", """
        [Bytes(4), ⟦UniqueId(GuidOrder.Mixed)⟧] public readonly partial ReadOnlySpan<byte> Value { get; }
        """);
}
