using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>A wrong declaration is one complaint: what uses the layout compiles as it did before.</summary>
public sealed class StubTests
{
    private const string Wrong = """
        #pragma warning disable CS1591
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Part { public partial uint Value { readonly get; set; } }

        public partial class Disk
        {
            [BinaryLayout(99, ByteOrder.BigEndian)]
            public partial struct Header
            {
                [NullValue(0), Position(Unit.Sectors)] public partial ulong Next { readonly get; set; }
                [Measure(Unit.Bytes)] public partial uint Length { readonly get; set; }
                public partial bool Truth { readonly get; set; }
                [Bits(nameof(Length), 0)] public partial bool Odd { readonly get; set; }
                [Text(4, TextEncoding.Ascii)] public partial string Name { readonly get; set; }
                [Timestamp("2000-01-01")] public partial DateTimeOffset At { readonly get; set; }
                public partial Part Part { readonly get; set; }
                [FixedCount(2)] public readonly partial ReadOnlySpan<Part> Parts { get; }
                [FixedCount(2)] public readonly partial ReadOnlyEndianSpan<ushort> Numbers { get; }
                [Bytes(4)] internal readonly partial ReadOnlySpan<byte> Raw { get; }
                [Overlay(nameof(Raw), nameof(Length), 1)] public partial Part Seen { readonly get; set; }
                [Checksum<Crc32>(External = "map")] public partial uint Sum { readonly get; set; }

                [Rule("they are the same")]
                private static bool AreSame(in Header header, in Part part) => header.Part == part;
            }
        }
        """;

    private const string Use = """
        internal static class Use
        {
            public static bool It(byte[] bytes, byte[] map, in Part part)
            {
                ref var header = ref Disk.Header.Edit(bytes);
                header.EditPart().Value = header.EditParts()[0].Value + header.EditNumbers()[0];
                header.EditRaw()[0] = header.EditNameBytes()[0];
                header.EditTruthBytes()[0] = header.TruthBytes[0];
                header.EditSeen().Value = Disk.Header.Offsets.Name + Disk.Header.Offsets.@Sum;
                header.Seal();
                header.Seal(map);
                Layout.Write(in header, bytes);
                return header.IsValid(map, Strictness.Wild) && header.Validate(map).Count == 0
                    && Layout.ValidatePair(in header, in part).Count == 0
                    && header.Next is not Disk.Header.NextNull && header.NextOrNull is 7 && header.NextBytes is 9
                    && header.LengthBytes == 8 && header == default && header.Equals(default);
            }
        }
        """;

    [Fact]
    public void All_that_a_right_one_has_is_there()
    {
        var run = Run(Wrong, Use);

        Assert.Equal(["FK0006"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.CompilerIds);
    }

    [Fact]
    public void A_right_one_has_it_as_well() =>
        Assert.Empty(RunClean(Wrong.Replace("99", "45", StringComparison.Ordinal), Use).Suggestions);

    [Theory]
    [InlineData("public const int Offsets = 1;", "FK0011")]
    [InlineData("public readonly bool Equals(Header other) => true;", "FK0011")]
    [InlineData("public const uint ValueNull = 0;", "FK0011")]
    [InlineData("public readonly ulong ValueBytes => 0;", "FK0011")]
    public void What_the_user_has_is_not_there_twice(string member, string id)
    {
        var run = Run($$"""
            #pragma warning disable CS1591
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header
            {
                [NullValue(0), Measure(Unit.Bytes)] public partial uint Value { readonly get; set; }
                {{member}}
            }
            """);

        Assert.Equal([id], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.CompilerIds);
    }
}
