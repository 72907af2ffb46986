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

    [Fact]
    public void A_record_is_words_for_what_is_there() => Assert.Equal(
        "Said { Magic = \"SA\", Kind = Dark (4), Level = -3, Count = 2, Numbers = [256, 7], Name = \"a\\\"b\", "
            + "Data = 0102, Inner = SaidPart { Value = 9 } }",
        new Said { Kind = Shade.Dark, Level = -3, Numbers = [256, 7], Name = "a\"b", Data = [1, 2], Inner = new() }
            .ToString());

    [Fact]
    public void Many_elements_of_a_record_are_counted() => Assert.Contains(
        "Numbers = [9 values], Name = \"\", Data = []", new Said { Numbers = new ushort[9] }.ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void The_users_own_words_for_a_record_stay() => Assert.Equal("inner", new Wordy().ToString());
}

[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial class Said
{
    [Magic("SA")] public ushort Magic { get; set; } = 0x4153;
    public Shade Kind { get; set; }
    public short Level { get; set; }
    public byte Count { get; set; } = 2;
    [Count(nameof(Count))] public ushort[] Numbers { get; set; } = [];
    [Terminated, Encoded(TextEncoding.Ascii)] public string Name { get; set; } = "";
    [Prefixed(1)] public byte[] Data { get; set; } = [];
    [Reserved(2)] public byte[] Spare { get; set; } = [];
    [When(nameof(Kind), 77)] public ushort? Absent { get; set; }
    public SaidPart Inner { get; set; } = new();
}

[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial class SaidPart
{
    public byte Value { get; set; } = 9;
}

[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial class Wordy
{
    public byte Value { get; set; }

    public override string ToString() => "inner";
}
