using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class FieldInOtherPartFixTests
{
    [Fact]
    public void A_field_moves_behind_those_of_its_layout_with_its_comments() => Fix<FieldInOtherPartFix>(
        "Move it behind 'First'",
        """
        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial uint First { readonly get; set; }
        }

        public partial struct Header
        {
            // The second.
            public partial uint Second { readonly get; set; } // of two
            public readonly bool IsEmpty => First == 0;
        }
        """,
        """
        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial uint First { readonly get; set; }
            // The second.
            public partial uint Second { readonly get; set; } // of two
        }

        public partial struct Header
        {
            public readonly bool IsEmpty => First == 0;
        }
        """);
}
