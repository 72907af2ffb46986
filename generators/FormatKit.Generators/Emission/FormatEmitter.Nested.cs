using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitNested(SourceWriter writer, TypeModel type, FieldModel field, NestedShape nested) =>
        writer.Lines($$"""
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => {{ViewNested(type, nested, "this", field.Offset)}};
                {{field.Property.Set}} =>
                    {{EditNested(type.Identifier, nested, "this", field.Offset)}} = value;
            }
            """);

    private static string ViewNested(TypeModel type, NestedShape nested, string layout, int offset) =>
        $"global::FormatKit.FieldAccess.ViewNested<{type.Identifier}, {nested.Type}>(in {layout}, {offset})";

    private static string EditNested(string type, NestedShape nested, string layout, int offset) =>
        $"global::FormatKit.FieldAccess.EditNested<{type}, {nested.Type}>(ref {layout}, {offset})";

    private static void EmitNestedRule(SourceWriter writer, TypeModel type, FieldModel field, NestedShape nested) =>
        writer.Lines($"""
            broken += global::FormatKit.FieldRules.ExpectNested<{type.Identifier}, {nested.Type}, TSink>(
                /* {field.Property.Name} */ {field.Offset},
                in {ViewNested(type, nested, "value", field.Offset)}{ExternalsOf(nested)},
                ref sink{Strictly(field)});
            """);

    private static void EmitNestedSeal(SourceWriter writer, TypeModel type, FieldModel field, NestedShape nested) =>
        writer.Lines($"""
            global::FormatKit.Layout.Seal(
                ref {EditNested(type.Identifier, nested, "value", field.Offset)}{ExternalsOf(nested)});
            """);

    private static string ExternalsOf(NestedShape nested) =>
        nested.FirstExternal is { } first ? $", externals.From({first})" : string.Empty;

    /// <summary>Whether all that is wrong in nested layouts is what files in the wild may break.</summary>
    private static string Strictly(FieldModel field) => field.IsStrict ? ", isStrict: true" : string.Empty;

    private static void EmitNestedEdit(SourceWriter writer, TypeModel type, FieldModel field, NestedShape nested) =>
        EmitLayoutEdit(writer, type, field.Property, nested, field.Offset);

    private static void EmitLayoutEdit(
        SourceWriter writer, TypeModel type, PropertyModel property, NestedShape nested, int offset)
    {
        var modifiers = $"{Retired(property)}{EditAccess(type, property)} static";
        writer.Lines($"""

            /// <summary><see cref="{type.FullName}.{property.Identifier}"/>, to edit in place.</summary>
            {modifiers} ref {nested.Type} Edit{property.Name}({Receiver(type)}) =>
                ref {EditNested(type.FullName, nested, "layout", offset)};
            """);
    }
}
