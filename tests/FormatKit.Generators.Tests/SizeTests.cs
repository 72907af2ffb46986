using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(1 << 20, ByteOrder.BigEndian)]
internal partial struct Largest
{
    public partial byte First { readonly get; set; }
    [Reserved((1 << 20) - 2)] public readonly partial ReadOnlySpan<byte> Middle { get; }
    public partial byte Last { readonly get; set; }
}

public sealed class SizeTests
{
    [Fact]
    public void The_largest_layout_runs()
    {
        var bytes = new byte[1 << 20];

        Largest.Edit(bytes).Last = 1;

        Assert.Equal(1, bytes[^1]);
        Assert.Equal(1 << 20, Layout.SizeOf<Largest>());
    }

    [Fact]
    public void The_smallest_layout_runs()
    {
        RunClean("""
            #pragma warning disable CS1591
            [BinaryLayout(1, ByteOrder.BigEndian)]
            public partial struct Smallest { public partial byte Only { readonly get; set; } }
            """);
    }
}
