using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitFixedCount(SourceWriter writer, TypeModel type, FieldModel field, FixedCountShape array) =>
        writer.Lines($$"""
            [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => global::FormatKit.FieldAccess.ViewArray<{{type.Identifier}}, {{array.Type}}>(
                    in this, {{field.Offset}}, {{array.Count}});
            }
            """);

    private static void EmitFixedCountRule(
        SourceWriter writer, TypeModel type, FieldModel field, FixedCountShape array)
    {
        var (name, identifier) = (field.Property.Name, field.Property.Identifier);
        writer.Lines($"""
            broken += global::FormatKit.FieldRules.ExpectArray<{type.Identifier}, {array.Type}, TSink>(
                /* {name} */ {field.Offset}, value.{identifier}, ref sink{Strictly(field)});
            """);
    }

    private static void EmitFixedCountSeal(
        SourceWriter writer, TypeModel type, FieldModel field, FixedCountShape array) =>
        writer.Lines($"""
            global::FormatKit.FieldAccess.SealArray(
                global::FormatKit.FieldAccess.EditArray<{type.Identifier}, {array.Type}>(
                    ref value, {field.Offset}, {array.Count}));
            """);

    private static void EmitFixedCountEdit(
        SourceWriter writer, TypeModel type, FieldModel field, FixedCountShape array)
    {
        var modifiers = $"{Retired(field.Property)}{EditAccess(type, field)} static";
        writer.Lines($"""

            /// <summary>The elements of <see cref="{type.FullName}.{field.Property.Identifier}"/>, to edit.</summary>
            {modifiers} global::System.Span<{array.Type}> Edit{field.Property.Name}(
                {Receiver(type)}) =>
                global::FormatKit.FieldAccess.EditArray<{type.FullName}, {array.Type}>(
                    ref layout, {field.Offset}, {array.Count});
            """);
    }
}
