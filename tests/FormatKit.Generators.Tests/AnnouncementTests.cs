using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What is obsolete or experimental is so for those who use it, not for the generated code.</summary>
public sealed class AnnouncementTests
{
    private const string Fields = """
        [NullValue(0), Position(Unit.Bytes)] public partial uint Next { readonly get; set; }
        [Text(4, TextEncoding.Ascii)] public partial string Name { readonly get; set; }
        [Range(1, 5)] public partial byte Kind { readonly get; set; }
        [Bits("Kind", 0, 4)] public partial byte Low { readonly get; set; }
        [FixedCount(2)] public readonly partial ReadOnlyEndianSpan<ushort> Numbers { get; }
        [FixedCount(2)] public readonly partial ReadOnlySpan<Part> Parts { get; }
        public partial Part Part { readonly get; set; }
        [When("Kind", 1), Constant(2)] public partial byte Always { readonly get; set; }
        [Bytes(2)] public readonly partial ReadOnlySpan<byte> Raw { get; }
        [Overlay("Raw", "Kind", 1)] public partial Part Seen { readonly get; set; }
        [Checksum<Crc32>(External = "map")] public partial uint Sum { readonly get; set; }
        [Rule("it is small")] private static bool IsSmall(in Header header) => header.Low < 9;
        [Rule("it is as the other")] private static bool IsAs(in Header header, in Part part) => header.Part == part;
        """;

    private const string Part = """
        #pragma warning disable CS1591
        [BinaryLayout(1, ByteOrder.BigEndian)]
        public partial struct Part { public partial byte Value { readonly get; set; } }

        """;

    [Fact]
    public void A_layout_may_be_obsolete_with_an_error() => RunClean(Part + $$"""
        [Obsolete("Use another.", error: true), BinaryLayout(23, ByteOrder.BigEndian)]
        public partial struct Header
        {
            {{Fields}}
        }
        """);

    [Fact]
    public void What_holds_a_layout_may_be_obsolete_with_an_error() => RunClean(Part + $$"""
        [Obsolete("Use another.", error: true)]
        public static partial class Disk
        {
            [BinaryLayout(23, ByteOrder.BigEndian)]
            public partial struct Header
            {
                {{Fields}}
            }
        }
        """);

    [Fact]
    public void Each_field_may_be_obsolete_with_an_error() => RunClean(Part + $$"""
        [BinaryLayout(23, ByteOrder.BigEndian)]
        public partial struct Header
        {
            {{Retire("[Obsolete(\"Not in use.\", true)] ")}}
        }
        """);

    [Fact]
    public void A_layout_within_may_be_obsolete_with_an_error() => RunClean("""
        #pragma warning disable CS1591
        [Obsolete("Use another.", error: true), BinaryLayout(1, ByteOrder.BigEndian)]
        public partial struct Part { [Constant(1)] public partial byte Value { readonly get; set; } }
        [BinaryLayout(1, ByteOrder.BigEndian)]
        public partial struct Header { [Obsolete("Gone.")] public partial Part Part { readonly get; set; } }
        """);

    [Fact]
    public void A_layout_may_be_experimental() => RunClean(Part + $$"""
        [System.Diagnostics.CodeAnalysis.Experimental("LAB001"), BinaryLayout(23, ByteOrder.BigEndian)]
        public partial struct Header
        {
            {{Fields}}
        }
        """);

    [Fact]
    public void Each_field_may_be_experimental() => RunClean(Part + $$"""
        #pragma warning disable LAB001
        [BinaryLayout(23, ByteOrder.BigEndian)]
        public partial struct Header
        {
            {{Retire("[System.Diagnostics.CodeAnalysis.Experimental(\"LAB001\")] ")}}
        }
        """);

    [Fact]
    public void What_a_layout_or_record_is_made_of_may_be_experimental() => RunClean("""
        #pragma warning disable CS1591, LAB001, LAB002, LAB003
        using System.Diagnostics.CodeAnalysis;
        [Experimental("LAB001"), BinaryLayout(1, ByteOrder.BigEndian)]
        public partial struct Part { [Constant(1)] public partial byte Value { readonly get; set; } }
        [Experimental("LAB002")] public enum Kind : byte { One = 1 }
        [Experimental("LAB003")] public readonly struct Sum : IChecksumAlgorithm<byte>
        {
            public static byte Initial => 0;
            public static byte Append(byte state, ReadOnlySpan<byte> bytes) => state;
            public static byte Finish(byte state) => state;
        }

        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header
        {
            [FixedCount(2)] public readonly partial ReadOnlySpan<Part> Parts { get; }
            [EnumPolicy(UnknownValues.Reject)] public partial Kind Kind { readonly get; set; }
            [Checksum<Sum>] public partial byte Sum { readonly get; set; }
        }

        [BinaryRecord(ByteOrder.BigEndian)]
        public partial class Chunk
        {
            [Prefixed(1)] public Part[] Parts { get; set; } = [];
            [EnumPolicy(UnknownValues.Reject)] public Kind Kind { get; set; }
        }
        """);

    [Theory]
    [InlineData("public partial uint ⟦op_Equality⟧ { readonly get; set; }")]
    [InlineData("public partial uint ⟦op_Inequality⟧ { readonly get; set; }")]
    public void The_names_of_the_operators_are_taken(string field) => DiagnoseField("FK0011", field);

    private static string Retire(string attribute) =>
        string.Join('\n', Fields.Split('\n').Select(line => attribute + line));
}
