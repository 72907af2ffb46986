using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What is wrong with variants, and where.</summary>
public sealed class VariantDiagnosticTests
{
    private const string Records = """

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Known : Body { public uint Value { get; set; } }
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Silent : Body { public uint Value { get; set; } }
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Other : Body
        {
            [Tag] public byte Tag { get; set; }
            [Rest] public byte[] Bytes { get; set; } = [];
        }
        """;

    [Theory]
    [InlineData("FK0100", "[BinaryVariants<byte>] [OtherVariant(typeof(Other))] public abstract class ⟦Body⟧;")]
    [InlineData("FK0122", "[BinaryVariants<byte>] [OtherVariant(typeof(Other))] public partial class ⟦Body⟧;")]
    [InlineData("FK0122", "[BinaryVariants<⟦Guid⟧>] [OtherVariant(typeof(Other))] public abstract partial class Body;")]
    [InlineData("FK0122", """
        [BinaryVariants<byte>] [OtherVariant(typeof(Other))]
        public abstract partial class Body { public uint ⟦Common⟧ { get; set; } }
        """)]
    [InlineData("FK0123", Closed + "[Variant(2, ⟦typeof(string)⟧)] public abstract partial class Body;")]
    [InlineData("FK0124", Closed + "[Variant(⟦1⟧, typeof(Silent))] public abstract partial class Body;")]
    [InlineData("FK0124", Closed + "[Variant(2, ⟦typeof(Known)⟧)] public abstract partial class Body;")]
    [InlineData("FK0120", Closed + "[Variant(⟦256⟧, typeof(Silent))] public abstract partial class Body;")]
    [InlineData("FK0120", Closed + "[Variant(⟦\"a\"⟧, typeof(Silent))] public abstract partial class Body;")]
    [InlineData("FK0125", """
        [BinaryVariants<ushort>] [OtherVariant(⟦typeof(Other)⟧)] public abstract partial class Body;
        """)]
    public void A_set_of_variants_is_refused(string id, string declaration) => Diagnose(id, declaration + Records);

    [Fact]
    public void A_variant_needs_the_field_of_its_tag() => Diagnose("FK0013", Holder("public Body ⟦Content⟧"));

    [Fact]
    public void The_field_has_the_type_of_the_tag() => Diagnose(
        "FK0110", Holder("public ushort Wide { get; set; } [TaggedBy(⟦nameof(Wide)⟧)] public Body Content"));

    [Fact]
    public void The_field_is_no_checksum() => Diagnose("FK0110", Holder("""
        [Checksum<TwosComplementByteSum8>] public byte Sum { get; set; } [TaggedBy(⟦nameof(Sum)⟧)] public Body Content
        """));

    private const string Closed =
        "[BinaryVariants<byte>] [Variant(1, typeof(Known))] [OtherVariant(typeof(Other))] ";

    private static string Holder(string fields) => $$"""
        {{Closed}} public abstract partial class Body;
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Holder { {{fields}} { get; set; } = null!; }
        """ + Records;

    [Theory]
    [InlineData("Variant(1, ⟦null!⟧)")]
    [InlineData("OtherVariant(⟦null!⟧)")]
    public void No_type_at_all_is_no_variant(string directive) => Diagnose("FK0123", $$"""
        [BinaryVariants<byte>]
        [{{directive}}]
        public abstract partial class Body { }
        """);
}
