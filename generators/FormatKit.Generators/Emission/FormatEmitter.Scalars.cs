using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    /// <summary>The rules of what has bit patterns without a meaning.</summary>
    private static void EmitScalarRules(SourceWriter writer, TypeModel type, FieldModel field, int index)
    {
        switch (field.Shape)
        {
            case BoolShape:
                EmitBoolRule(writer, type, field, index);
                break;
            case TimestampShape { Greatest: { } greatest } timestamp:
                EmitTimestampRule(writer, type, field, timestamp, greatest, index);
                break;
            case ReservedShape { Policy: "MustBeZero" }:
                EmitReservedRule(writer, type, field, index);
                break;
        }
    }

    private static void EmitAtMost(
        SourceWriter writer,
        TypeModel type,
        FieldModel field,
        string kind,
        int index,
        string found,
        string greatest) =>
        writer.Lines($"""
            broken += global::FormatKit.FieldRules.ExpectAtMost<{type.Identifier}, TSink>(
                global::FormatKit.ViolationKind.{kind},
                /* {field.Property.Name} */ {index},
                found: {found},
                greatest: {greatest},
                ref sink);
            """);
}
