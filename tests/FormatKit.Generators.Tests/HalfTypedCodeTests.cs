using FormatKit.Generators.Tests.Harness;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>Code is wrong most of the time it is being typed; the generator must never fall over it.</summary>
public sealed class HalfTypedCodeTests
{
    private const string Declaration = """
        namespace Formats;

        public enum Kind : uint { One = 1, Two }

        [BinaryLayout(2, ByteOrder.LittleEndian)]
        public partial struct Item { [Offset(0), Constant(2)] public partial ushort Value { readonly get; set; } }

        public partial class Disk
        {
            /// <summary>A header.</summary>
            [BinaryLayout(132, ByteOrder.BigEndian, Spec = "Clause"), Replica("elsewhere")]
            public partial struct Header
            {
                /// <summary>The <see cref="Kind"/>.</summary>
                [Offset(0), Magic("conectix")] public partial ulong Cookie { readonly get; set; }
                [Offset(8), NullValue(ulong.MaxValue), Position(Unit.Bytes), PerCopy(Mirrors = nameof(Cookie))]
                public partial ulong Next { readonly get; set; }
                [Offset(16), Timestamp("2000-01-01")] public partial DateTimeOffset At { readonly get; set; }
                [Offset(20)] public partial FourCC Creator { readonly get; set; }
                [Offset(24), EnumPolicy(UnknownValues.Reject)] public partial Kind Kind { readonly get; set; }
                [Offset(28), Checksum<OnesComplementByteSum32>(Length = nameof(Length), When = "Kind", Is = 1)]
                [Checksum<Crc32>(Over = ["Cookie..Kind", "72..76"], External = "map", When = nameof(Kind), Is = 2,
                    Except = [nameof(Id)])]
                public partial uint Sum { readonly get; set; }
                [Offset(32), UniqueId(GuidOrder.Mixed)] public partial Guid Id { readonly get; set; }
                [Offset(48), FixedCount(3)] public readonly partial ReadOnlySpan<Item> Items { get; }
                [Offset(54)] public partial Item Item { readonly get; set; }
                [Offset(56), Text(16, TextEncoding.Utf16BigEndian)] public partial string Name { readonly get; set; }
                [Offset(72), Endian(ByteOrder.LittleEndian), Measure(Unit.Sectors)]
                public partial uint Length { readonly get; set; }
                [Offset(76), Bytes(4), Magic("\n \r\n")] public readonly partial ReadOnlySpan<byte> Lines { get; }
                [Offset(80), Reserved(8)] public readonly partial ReadOnlySpan<byte> Reserved { get; }
                [Bits(nameof(Length), 0, 3, Order = BitOrder.MostSignificantFirst)]
                public partial byte Top { readonly get; set; }
                [Bits(nameof(Length), 0)] public partial bool Bottom { readonly get; set; }
                [Offset(88), Align(8), FixedCount(4)] public readonly partial ReadOnlyEndianSpan<Kind> Kinds { get; }
                [Offset(104), Width(3)] public partial int Narrow { readonly get; set; }
                [Offset(107)] public partial bool Truth { readonly get; set; }
                [Offset(108), Timestamp("1970-01-01", TimeUnit.Milliseconds, Width = 6)]
                public partial DateTimeOffset Later { readonly get; set; }
                [Offset(114), Text(4, TextEncoding.Utf8, Padding = TextPadding.Space)]
                public partial string Label { readonly get; set; }
                [Offset(118), Reserved(2, ReservedPolicy.MustBeZero)]
                public readonly partial ReadOnlySpan<byte> Zero { get; }
                [Offset(120), Bytes(4)] public readonly partial ReadOnlySpan<byte> Body { get; }
                [Overlay(nameof(Body), nameof(Kind), Kind.Two)] public partial Item AsItem { readonly get; set; }
                [Overlay(nameof(Body), nameof(Kind), 7), Spec("Clause 2")]
                public partial Item AsOther { readonly get; set; }
                [Offset(124), Range(1, 9), Strict] public partial byte Level { readonly get; set; }
                [Offset(125), PowerOfTwo, Since(nameof(Level), 2)] public partial byte Power { readonly get; set; }
                [Offset(126), OneOf(1, 2), When(nameof(Level), 3)] public partial byte Choice { readonly get; set; }
                [Offset(127), FlagPolicy(UnknownValues.Reject, Required = 1, Known = 3)]
                public partial byte Flags { readonly get; set; }
                [Offset(128), WhenFlag(nameof(Flags), 2), Constant(7)] public partial uint Seven { readonly get; set; }
                [Rule("it is small", Field = nameof(Level), Spec = "Clause 3"), Strict]
                private static bool IsSmall(in Header header) => header.Level < 9;
                [Rule("it is as the other"), When(nameof(Level))]
                private static bool IsAs(in Header header, in Item item) => header.Item == item;
            }
        }
        """;

    [Fact]
    public void The_whole_declaration_is_right() => RunClean("#pragma warning disable CS1591\n" + Declaration);

    [Fact]
    public void No_missing_token_makes_the_generator_fail() => new HalfTypedCode(Declaration).MissesTokens();

    [Fact]
    public void No_early_end_makes_the_generator_fail() => new HalfTypedCode(Declaration).EndsEarly();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_mix_of_missing_and_doubled_tokens_makes_the_generator_fail(int seed) =>
        new HalfTypedCode(Declaration).IsMixedUp(seed);
}
