using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitReservedRule(SourceWriter writer, TypeModel type, FieldModel field, int index) =>
        writer.Lines($"""
            broken += global::FormatKit.FieldRules.ExpectZero<{type.Identifier}, TSink>(
                /* {field.Property.Name} */ {index}, value.{field.Property.Identifier}, ref sink);
            """);

    private static void EmitReservedSeal(SourceWriter writer, FieldModel field) =>
        writer.Lines(
            $"global::FormatKit.FieldAccess.EditBytes(ref value, {field.Offset}, {field.Width}).Clear();");
}
