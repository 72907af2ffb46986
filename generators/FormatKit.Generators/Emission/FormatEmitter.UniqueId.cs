using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitUniqueId(SourceWriter writer, FieldModel field, UniqueIdShape uniqueId)
    {
        var order = $"global::FormatKit.GuidOrder.{uniqueId.Order}";
        writer.Lines($$"""
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => global::FormatKit.FieldAccess.ReadUniqueId(
                    in this, {{field.Offset}}, {{order}});
                {{field.Property.Set}} => global::FormatKit.FieldAccess.WriteUniqueId(
                    ref this, {{field.Offset}}, {{order}}, value);
            }
            """);
    }
}
