using FormatKit.Generators.Tests.Declarations;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class ViewTests
{
    private const string Declarations = """
        #pragma warning disable CS1591
        [BinaryLayout(1, ByteOrder.BigEndian)]
        public partial struct Item { public partial byte Value { readonly get; set; } }

        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial byte Value { readonly get; set; }
            public partial Item Item { readonly get; set; }
            [FixedCount(2)] public readonly partial ReadOnlySpan<Item> Items { get; }
            [Bytes(2)] public readonly partial ReadOnlySpan<byte> Raw { get; }
            [Text(2, TextEncoding.Ascii)] public partial string Name { readonly get; set; }
        }
        """;

    [Fact]
    public void A_view_sees_the_buffer_and_an_edit_changes_it()
    {
        var bytes = new byte[600];
        ref readonly var view = ref VhdFooter.View(bytes);
        ref var edit = ref VhdFooter.Edit(bytes);

        edit.SavedState = 9;

        Assert.Equal((9, 9), (view.SavedState, bytes[84]));
    }

    [Fact]
    public void Too_few_bytes_are_refused()
    {
        var bytes = new byte[511];

        Assert.Throws<ArgumentException>(() => VhdFooter.View(bytes).Cookie);
        Assert.Throws<ArgumentException>(() => VhdFooter.Edit(bytes).Cookie);
        Assert.Throws<LayoutException>(() => VhdFooter.Read(bytes));
        Assert.False(VhdFooter.TryRead(bytes, out _));
    }

    [Fact]
    public void Reading_demands_that_every_rule_is_kept()
    {
        var refusal = Assert.Throws<LayoutException>(() => VhdFooter.Read(new byte[512]));

        Assert.Equal(
            ["Cookie", "Version", "Checksum"], refusal.Violations.Select(violation => violation.Path));
    }

    [Theory]
    [InlineData("Seal()")]
    [InlineData("EditItem()")]
    [InlineData("EditItems()")]
    [InlineData("EditRaw()")]
    [InlineData("EditNameBytes()")]
    public void What_edits_is_refused_on_a_view(string call)
    {
        var run = Run(Declarations, $$"""
            internal static class Use
            {
                public static void It(byte[] bytes)
                {
                    ref readonly var header = ref Header.View(bytes);
                    header.{{call}};
                }
            }
            """);

        Assert.Equal(["CS1510"], run.CompilerIds);
    }

    [Theory]
    [InlineData("header.Value = 1;", "CS8332")]
    [InlineData("header.Name = string.Empty;", "CS8332")]
    [InlineData("header.Raw[0] = 1;", "CS8331")]
    [InlineData("header.Items[0].Value = 1;", "CS8332")]
    public void Assigning_is_refused_on_a_view(string statement, string id)
    {
        var run = Run(Declarations, $$"""
            internal static class Use
            {
                public static void It(in Header header) { {{statement}} }
            }
            """);

        Assert.Equal([id], run.CompilerIds);
    }

    [Theory]
    [InlineData("ReadOnlySpan<byte>", "local.Raw")]
    [InlineData("ReadOnlySpan<Item>", "local.Items")]
    [InlineData("ReadOnlySpan<byte>", "local.NameBytes")]
    [InlineData("Span<byte>", "local.EditRaw()")]
    [InlineData("Span<Item>", "local.EditItems()")]
    [InlineData("Span<byte>", "local.EditNameBytes()")]
    [InlineData("ref Item", "ref local.EditItem()")]
    public void No_span_leaves_with_the_local_it_shows(string type, string returned)
    {
        var run = Run(Declarations, $$"""
            internal static class Use
            {
                public static {{type}} It() { var local = default(Header); return {{returned}}; }
            }
            """);

        Assert.Equal("CS8168", run.CompilerIds.First());
    }

    [Fact]
    public void A_span_of_a_buffer_may_leave() => RunClean(Declarations, """
        internal static class Use
        {
            public static ReadOnlySpan<byte> Read(ReadOnlySpan<byte> bytes) => Header.View(bytes).Raw;
            public static Span<byte> Edit(Span<byte> bytes) => Header.Edit(bytes).EditRaw();
            public static ref Item Item(Span<byte> bytes) => ref Header.Edit(bytes).EditItem();
        }
        """);

    [Fact]
    public void Only_the_containing_type_edits_its_private_layout() => RunClean("""
        #pragma warning disable CS1591
        public partial class Disk
        {
            public static void Use(Span<byte> bytes)
            {
                ref var header = ref Header.Edit(bytes);
                HeaderLayout.EditRaw(ref header)[0] = 1;
                HeaderLayout.Seal(ref header);
            }

            [BinaryLayout(2, ByteOrder.BigEndian)]
            private partial struct Header { [Bytes(2)] public readonly partial ReadOnlySpan<byte> Raw { get; } }
        }
        """);
}
