using FormatKit.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class LayoutLockTests
{
    private const string Lock = """
        # A comment.
        layout Header, 8 bytes

               0      4  Length  unsigned big-endian
               4      2  Count   unsigned big-endian
               6      2  Flags   unsigned big-endian
        """;

    private const string Fields = """
        public partial uint Length { readonly get; set; }
        public partial ushort Count { readonly get; set; }
        public partial ushort Flags { readonly get; set; }
        """;

    [Theory]
    [InlineData(Fields)]
    [InlineData("""
        public partial uint Size { readonly get; set; }
        public partial ushort Items { readonly get; set; }
        public partial Bits Flags { readonly get; set; }
        """)]
    [InlineData("""
        [Offset(0)] public partial uint Length { readonly get; set; }
        [Measure(Unit.Bytes)] public partial ushort Count { readonly get; set; }
        public partial ushort Flags { readonly get; set; }
        """)]
    public void The_same_bytes_under_other_names_pass(string fields) => Assert.Empty(Run(
        ["#pragma warning disable CS1591\n" + Declared(fields) + "[Flags] public enum Bits : ushort { One = 1 }"],
        [("Header.layout.txt", Lock)]).Complaints);

    [Fact]
    public void Lines_may_end_as_on_windows() => Assert.Empty(
        Run([Declared(Fields)], [("Header.layout.txt", Lock.Replace("\n", "\r\n", StringComparison.Ordinal))])
            .Diagnostics);

    [Fact]
    public void A_moved_field_is_said_with_what_it_was() => Assert.Equal(
        "The bytes of 'Header' are not those that Header.layout.txt locks: 'Flags' is unsigned big-endian, 2 bytes "
        + "at 4, and was unsigned big-endian, 2 bytes at 6; 'Count' is unsigned big-endian, 2 bytes at 6, and was "
        + "unsigned big-endian, 2 bytes at 4; to change a published format on purpose, run "
        + "'dotnet build -t:UpdateLayoutLocks'",
        Refuse("""
            public partial uint Length { readonly get; set; }
            public partial ushort ⟦Flags⟧ { readonly get; set; }
            public partial ushort Count { readonly get; set; }
            """));

    [Theory]
    [InlineData("'Count' is signed big-endian", """
        public partial uint Length { readonly get; set; }
        public partial short ⟦Count⟧ { readonly get; set; }
        public partial ushort Flags { readonly get; set; }
        """)]
    [InlineData("'Flags' is unsigned big-endian, magic \"ab\", 2 bytes at 6", """
        public partial uint Length { readonly get; set; }
        public partial ushort Count { readonly get; set; }
        [Magic("ab")] public partial ushort ⟦Flags⟧ { readonly get; set; }
        """)]
    [InlineData("'More' is new, unsigned, 1 byte at 7; 'Flags' is gone", """
        public partial uint Length { readonly get; set; }
        public partial ushort Count { readonly get; set; }
        public partial byte ⟦Less⟧ { readonly get; set; }
        public partial byte More { readonly get; set; }
        """)]
    public void A_changed_field_is_refused_at_its_place(string difference, string fields) =>
        Assert.Contains(difference, Refuse(fields), StringComparison.Ordinal);

    [Fact]
    public void What_is_gone_is_refused_at_the_type() => Assert.Contains(
        "'Flags' is gone, which was unsigned big-endian, 2 bytes at 6; it has 6 bytes where it had 8 bytes",
        Diagnose(
            "FK0080",
            """
            [BinaryLayout(6, ByteOrder.BigEndian)]
            public partial struct ⟦Header⟧
            {
                public partial uint Length { readonly get; set; }
                public partial ushort Count { readonly get; set; }
            }
            """,
            ("Header.layout.txt", Lock)),
        StringComparison.Ordinal);

    [Fact]
    public void Many_differences_are_counted() => Assert.Contains(
        "; and 8 more differ;",
        Refuse(string.Join('\n', Enumerable.Range(0, 8).Select(index =>
            $"public partial byte {(index == 0 ? "⟦B0⟧" : $"B{index}")} {{ readonly get; set; }}"))),
        StringComparison.Ordinal);

    [Fact]
    public void An_empty_lock_wants_to_be_written() => Assert.Contains(
        "the lock is empty",
        Diagnose("FK0080", Declared(Fields, "⟦Header⟧"), ("Header.layout.txt", "\n")),
        StringComparison.Ordinal);

    [Fact]
    public void A_lock_in_another_folder_is_not_the_types() => Diagnose(
        "FK0081", Declared(Fields), ("Other/Header.layout.txt", "⟦layout Header, 8 bytes⟧\n"));

    [Fact]
    public void A_lock_may_have_the_full_name() => Assert.Empty(Run(
        ["namespace Disk; partial class Outer { " + Declared(Fields) + "}"],
        [("Disk.Outer.Header.layout.txt", Lock)]).Diagnostics);

    [Fact]
    public void A_lock_left_with_a_conflict_is_refused_at_the_line() => Diagnose(
        "FK0082", Declared(Fields), ("Header.layout.txt", "layout Header, 8 bytes\n⟦=======⟧\n"));

    [Fact]
    public void A_refused_declaration_is_not_compared() => Diagnose(
        "FK0006",
        """
        [BinaryLayout(⟦8⟧, ByteOrder.BigEndian)]
        public partial struct Header { public partial uint Length { readonly get; set; } }
        """,
        ("Header.layout.txt", Lock));

    [Fact]
    public void An_edit_elsewhere_compares_nothing_again()
    {
        var token = TestContext.Current.CancellationToken;
        var driver = CreateDriver(("Header.layout.txt", Lock)).RunGenerators(Compile(Declared(Fields), "// a"), token);

        driver = driver.RunGenerators(Compile(Declared(Fields), "internal class Another;"), token);

        var outputs = driver.GetRunResult().Results[0].TrackedSteps[LayoutGenerator.LockStep]
            .SelectMany(step => step.Outputs);
        Assert.All(outputs, output => Assert.True(
            output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void An_edited_lock_emits_no_layout_again()
    {
        var token = TestContext.Current.CancellationToken;
        var compilation = Compile(Declared(Fields));
        var file = new TextFile("Header.layout.txt", Lock);
        var driver = CreateDriver().AddAdditionalTexts([file]).RunGenerators(compilation, token);

        driver = driver.ReplaceAdditionalText(file, new TextFile(file.Path, Lock + "\n# edited"))
            .RunGenerators(compilation, token);

        var steps = driver.GetRunResult().Results[0].TrackedSteps;
        Assert.All(steps[LayoutGenerator.LayoutStep].SelectMany(step => step.Outputs), output => Assert.True(
            output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.Contains(
            steps[LayoutGenerator.LockStep].SelectMany(step => step.Outputs),
            output => output.Reason == IncrementalStepRunReason.Modified);
    }

    private static string Refuse(string fields) =>
        Diagnose("FK0080", Declared(fields), ("Header.layout.txt", Lock));

    private static string Declared(string fields, string name = "Header") => $$"""
        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct {{name}}
        {
            {{fields}}
        }

        """;
}
