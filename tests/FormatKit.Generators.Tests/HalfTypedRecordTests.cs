using FormatKit.Generators.Tests.Harness;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>As <see cref="HalfTypedCodeTests"/>, for records.</summary>
public sealed class HalfTypedRecordTests
{
    private const string Declaration = """
        namespace Formats;

        public enum Kind : ushort { One = 1, Two }

        [BinaryVariants<Kind>(Spec = "Clause 2")]
        [Variant(Kind.One, typeof(Known))]
        [OtherVariant(typeof(Other))]
        public abstract partial class Body;

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Known : Body
        {
            [Terminated, Encoded(TextEncoding.Utf8)] public string Name { get; set; } = "";
        }

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Other : Body
        {
            [Tag] public Kind Kind { get; set; }
            [Rest(Max = 99)] public byte[] Bytes { get; set; } = [];
        }

        public partial class File
        {
            /// <summary>A chunk.</summary>
            [BinaryRecord(ByteOrder.LittleEndian, Spec = "Clause", Align = 4)]
            public partial class Chunk
            {
                [Magic("FMKT")] public uint Magic { get; set; }
                public ushort Length { get; private set; }
                public Kind Kind { get; private set; }
                public byte Count { get; private set; }
                public byte Flags { get; set; }
                [Length(nameof(Length), Plus = 2), TaggedBy(nameof(Kind))]
                public Body Body { get; set; } = new Known();
                [Count(nameof(Count), Max = 9)] public Chunk[] Chunks { get; set; } = [];
                [WhenFlag(nameof(Flags), 1), Prefixed(2, InBytes = true)] public int[]? Numbers { get; set; }
                [When(nameof(Flags), 3), Align(2)] public ulong? Extra { get; set; }
                [Until(nameof(Chunk.Flags), 0), Prefixed(2, InBytes = true)] public Chunk[] More { get; set; } = [];
                [Checksum<OnesComplementByteSum32>(Over = ["Magic..Body"])] public uint Sum { get; private set; }
                [Rule("flags are few", Field = nameof(Flags), Spec = "Clause 3"), When(nameof(Flags), 3)]
                private static bool HasFew(Chunk chunk) => chunk.Flags < 4;
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
