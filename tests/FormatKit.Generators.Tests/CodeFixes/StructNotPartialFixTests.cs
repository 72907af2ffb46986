using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class StructNotPartialFixTests
{
    [Fact]
    public void A_layout_becomes_partial() => Fix<StructNotPartialFix>(
        "Make 'Header' partial",
        """
        // A header.
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public /* plain */ struct Header // of four bytes
        {
            public partial uint Value { readonly get; set; }
        }
        """,
        """
        // A header.
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public /* plain */ partial struct Header // of four bytes
        {
            public partial uint Value { readonly get; set; }
        }
        """);
}
