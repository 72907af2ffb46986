using System.Diagnostics;
using System.Reflection;
using FormatKit.Generators.Tests.Declarations;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class DebuggerDisplayTests
{
    [Fact]
    public void A_debugger_shows_a_layout_in_words() => Assert.Equal(
        "{ToString(),nq}", typeof(VhdFooter).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);

    [Fact]
    public void The_users_own_display_stays() => RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(4, ByteOrder.BigEndian), System.Diagnostics.DebuggerDisplay("{Value}")]
        public partial struct Header { public partial uint Value { readonly get; set; } }
        """);
}
