using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class DocsTests
{
    private const string Documented = """
        using System.Text;

        namespace Formats;

        /// <summary>A header; see <see cref="StringBuilder"/>.</summary>
        [BinaryLayout(16, ByteOrder.BigEndian, Spec = "Clause 1 & 2")]
        public partial struct Header
        {
            /// <summary>
            /// The size, as <see cref="Count"/> times <c>512</c>;
            /// <see cref="StringBuilder.Append(int)"/> it.
            /// </summary>
            /// <remarks>The quirk.</remarks>
            /// <value>From 1.</value>
            [Measure(Unit.Bytes)] public partial ulong Size { readonly get; set; }

            public partial uint Count { readonly get; set; }

            /// <summary>Not <see langword="null"/>.</summary>
            public partial FourCC Code { readonly get; set; }
        }
        """;

    [Fact]
    public void The_users_words_are_merged_with_the_generators()
    {
        var source = RunClean(Documented).Source("Header.g.cs");

        Assert.Contains("""
                /// <summary>
                /// The size, as <see cref="P:Formats.Header.Count" /> times <c>512</c>;
                /// <see cref="M:System.Text.StringBuilder.Append(System.Int32)" /> it.
                /// </summary>
                /// <remarks>
                /// Offset 0, 8 bytes, big endian, counts bytes. Clause 1 &amp; 2.
                /// The quirk.
                /// </remarks>
                /// <value>From 1.</value>
                public partial ulong Size
            """, source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_without_words_gets_some_and_nobody_complains()
    {
        var source = RunClean(Documented).Source("Header.g.cs");

        Assert.Contains("/// <summary>The field <c>Count</c>.</summary>", source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_has_the_summary_as_plain_text()
    {
        var source = RunClean(Documented).Source("Header.g.cs");

        Assert.Contains("doc: \"A header; see StringBuilder.\"", source, StringComparison.Ordinal);
        Assert.Contains("Doc = \"The size, as Count times 512; Append it.\"", source, StringComparison.Ordinal);
        Assert.Contains("Doc = \"Not null.\"", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_words_are_left_to_the_compiler()
    {
        var run = Run("""
            /// <summary>A header.</summary>
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header
            {
                /// <summary>The <size.</summary>
                public partial uint Size { readonly get; set; }
            }
            """);

        Assert.Equal(["CS1570"], run.CompilerIds.Distinct());
        Assert.Contains("The field <c>Size</c>", run.Source("Header.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layout_without_any_words_is_documented()
    {
        const string undocumented = """
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header
            {
                public partial uint Size { readonly get; set; }
            }
            """;

        RunClean(undocumented);
    }

    /// <summary>Any other element leaves the reading to the compiler and an XML reader.</summary>
    [Theory]
    [InlineData("Words.")]
    [InlineData("Words   of\n    ///   two lines.")]
    [InlineData("\n    /// The value of <c>0x80</c>, or <c>none</c>; it is \"quoted\".\n    ///")]
    [InlineData("See <see cref=\"Count\"/> and <see cref=\"Size\" /> of <c>both</c>.")]
    [InlineData("See <see cref=\"Count\"/> and <see cref=\"Uri\"/>.")]
    [InlineData("See <see cref=\"Header.Count\"/>, <see cref=\"Count\">it</see>, <see langword=\"null\"/>.")]
    [InlineData("Less &lt; more &amp; <b>bold</b>, naïve.")]
    [InlineData("<c></c>")]
    public void A_plain_summary_says_what_the_compiler_makes_of_it(string summary)
    {
        var plain = Lines(summary, null);

        Assert.Equal(Lines(summary, "\n    /// <example>One.</example>"), plain);
        Assert.DoesNotContain(plain, line => line.Contains("<example>", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Lines(string summary, string? more) =>
        RunClean($$"""
            [BinaryLayout(8, ByteOrder.BigEndian)]
            public partial struct Header
            {
                /// <summary>{{summary}}</summary>{{more}}
                public partial uint Size { readonly get; set; }
                public partial uint Count { readonly get; set; }
            }
            """).Source("Header.g.cs").Split('\n')
            .Where(line => !line.Contains("<example>", StringComparison.Ordinal));
}
