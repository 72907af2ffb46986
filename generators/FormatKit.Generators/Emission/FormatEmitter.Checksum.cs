using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitChecksumRule(
        SourceWriter writer, TypeModel type, FieldModel field, string algorithm, int index) =>
        EmitExpect(
            writer, type, field, "Checksum", index,
            $"value.{field.Property.Identifier}", Computed(type, field, algorithm));

    private static void EmitChecksumSeal(SourceWriter writer, TypeModel type, FieldModel field, string algorithm) =>
        writer.Lines($"value.{field.Property.Identifier} = {Computed(type, field, algorithm)};");

    private static string Computed(TypeModel type, FieldModel field, string algorithm) =>
        $"global::FormatKit.FieldAccess.Checksum<{type.Identifier}, {algorithm}, {field.Property.Type}>"
        + $"(in value, {field.Offset})";
}
