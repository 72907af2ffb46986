using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What is wrong with records, and where.</summary>
public sealed class RecordDiagnosticTests
{
    [Theory]
    [InlineData("FK0100", "public class ⟦Chunk⟧ { public uint Value { get; set; } }")]
    [InlineData("FK0101", "public abstract partial class ⟦Chunk⟧ { public uint Value { get; set; } }")]
    [InlineData("FK0101", "public partial class ⟦Chunk⟧<T> { public uint Value { get; set; } }")]
    [InlineData("FK0101", "public partial class ⟦Chunk⟧ { public Chunk(int x) { } public uint Value { get; set; } }")]
    public void A_record_is_a_plain_partial_type(string id, string declaration) =>
        Diagnose(id, "[BinaryRecord(ByteOrder.BigEndian)]\n" + declaration);

    [Theory]
    [InlineData("FK0102", "public uint ⟦Value⟧ { get; }")]
    [InlineData("FK0102", "[Endian(ByteOrder.BigEndian)] public uint ⟦Value⟧ => 1;")]
    [InlineData("FK0102", "[Endian(ByteOrder.BigEndian)] public static uint ⟦Value⟧ { get; set; }")]
    [InlineData("FK0104", "public ⟦decimal⟧ Value { get; set; }")]
    [InlineData("FK0104", "public ⟦object⟧ Value { get; set; } = null!;")]
    [InlineData("FK0104", "[Rest] public ⟦string[]⟧ Value { get; set; } = [];")]
    [InlineData("FK0105", "public byte[] ⟦Value⟧ { get; set; } = [];")]
    [InlineData("FK0105", "public uint[] ⟦Value⟧ { get; set; } = [];")]
    [InlineData("FK0105", "[Encoded(TextEncoding.Utf8)] public string ⟦Value⟧ { get; set; } = \"\";")]
    [InlineData("FK0013", "[Prefixed(1)] public string ⟦Value⟧ { get; set; } = \"\";")]
    [InlineData("FK0106", "[⟦Count(\"N\")⟧] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0106", "[⟦Terminated⟧] public uint[] Value { get; set; } = [];")]
    [InlineData("FK0106", "[Rest, ⟦Magic(\"abcd\")⟧] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0106", "[Rest, ⟦Range(1, 2)⟧] public uint[] Value { get; set; } = [];")]
    [InlineData("FK0106", "[Rest, ⟦Endian(ByteOrder.BigEndian)⟧] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0015", "[Prefixed(1), ⟦Rest⟧] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0014", "[⟦Offset(4)⟧] public uint Value { get; set; }")]
    [InlineData("FK0014", "[⟦Prefixed(4)⟧] public uint Value { get; set; }")]
    [InlineData("FK0114", "public ⟦uint?⟧ Value { get; set; }")]
    [InlineData("FK0114", "[Prefixed(2)] public ⟦byte[]?⟧ Value { get; set; }")]
    [InlineData("FK0112", "[Prefixed(⟦9⟧)] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0112", "[Prefixed(2, Max = ⟦0⟧)] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0112", "[Align(⟦3⟧)] public uint Value { get; set; }")]
    [InlineData("FK0112", "[Bytes(⟦0⟧)] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0121", "[⟦Tag⟧] public byte Value { get; set; }")]
    public void A_field_alone_is_refused(string id, string field) => DiagnoseRecord(id, field);

    [Theory]
    [InlineData("FK0107", "[Length(⟦\"M\"⟧)] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0107", "[When(⟦\"M\"⟧)] public uint? Value { get; set; }")]
    [InlineData("FK0108", "[Length(⟦nameof(Value)⟧)] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0108", "[Count(⟦nameof(M)⟧)] public int[] Value { get; set; } = []; public byte M { get; set; }")]
    [InlineData("FK0110", "public int M { get; set; } [Length(⟦nameof(M)⟧)] public byte[] Value { get; set; } = [];")]
    [InlineData("FK0110", """
        [Checksum<TwosComplementByteSum8>] public byte M { get; set; }
        [Length(⟦nameof(M)⟧)] public byte[] Value { get; set; } = [];
        """)]
    [InlineData("FK0110", """
        [Checksum<TwosComplementByteSum8>] public byte M { get; set; }
        [Count(⟦nameof(M)⟧)] public uint[] Value { get; set; } = [];
        """)]
    [InlineData("FK0110", """
        [UniqueId(GuidOrder.Mixed)] public Guid M { get; set; }
        [When(⟦nameof(M)⟧)] public uint? Value { get; set; }
        """)]
    [InlineData("FK0111", """
        [Length(nameof(N))] public byte[] First { get; set; } = [];
        [Count(⟦nameof(N)⟧)] public uint[] Second { get; set; } = [];
        """)]
    [InlineData("FK0113", "[When(nameof(N))] public ⟦uint⟧ Value { get; set; }")]
    [InlineData("FK0113", "[When(nameof(N)), Prefixed(1)] public ⟦byte[]⟧ Value { get; set; } = [];")]
    [InlineData("FK0109", """
        [When(nameof(N))] public byte? M { get; set; }
        [When(⟦nameof(M)⟧)] public uint? Value { get; set; }
        """)]
    [InlineData("FK0115", """
        [Length(nameof(N))] public byte[] First { get; set; } = [];
        [When(⟦nameof(N)⟧)] public uint? Value { get; set; }
        """)]
    [InlineData("FK0116", "[⟦Rest⟧] public byte[] Value { get; set; } = []; public byte M { get; set; }")]
    [InlineData("FK0119", "[Checksum<OnesComplementByteSum32>(Over = ⟦[\"M\"]⟧)] public uint Value { get; set; }")]
    [InlineData(
        "FK0119", "[Checksum<OnesComplementByteSum32>(Over = ⟦[\"Value..N\"]⟧)] public uint Value { get; set; }")]
    [InlineData("FK0021", "[Checksum<⟦OnesComplementByteSum32⟧>] public ushort Value { get; set; }")]
    [InlineData("FK0120", "[When(nameof(N), ⟦256⟧)] public uint? Value { get; set; }")]
    [InlineData("FK0120", "[When(nameof(N), ⟦\"a\"⟧)] public uint? Value { get; set; }")]
    public void A_field_beside_another_is_refused(string id, string fields) =>
        DiagnoseRecord(id, "public byte N { get; set; }\n" + fields);

    [Fact]
    public void A_field_in_another_part_is_refused() => Diagnose("FK0103", """
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Chunk { public uint First { get; set; } }
        public sealed partial class Chunk { public uint ⟦Second⟧ { get; set; } }
        """);

    [Fact]
    public void A_record_that_always_holds_itself_is_refused() => Assert.Contains(
        "Node.Next → Node",
        Diagnose("FK0117", """
            [BinaryRecord(ByteOrder.BigEndian)]
            public sealed partial class Node { public ⟦Node⟧ Next { get; set; } = null!; }
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Prefixed(2)")]
    [InlineData("Rest")]
    public void Elements_that_may_have_no_bytes_are_refused(string extent) => Diagnose("FK0118", $$"""
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Item { [Rest] public byte[] Data { get; set; } = []; }
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class List { [{{extent}}] public ⟦Item[]⟧ Items { get; set; } = []; }
        """);
}
