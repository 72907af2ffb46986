using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitBool(SourceWriter writer, FieldModel field) =>
        writer.Lines($$"""
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => global::FormatKit.FieldAccess.ReadBool(in this, {{field.Offset}});
                {{field.Property.Set}} => global::FormatKit.FieldAccess.WriteBool(ref this, {{field.Offset}}, value);
            }
            """);

    private static void EmitBoolRule(SourceWriter writer, TypeModel type, FieldModel field, int index) =>
        EmitAtMost(
            writer, type, field, "NotBoolean", index,
            $"global::FormatKit.FieldAccess.ReadUnsigned(in value, {field.Offset}, 1, default)", "1");
}
