using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitIntegers(SourceWriter writer, TypeModel type, FieldModel field, IntegersShape array) =>
        writer.Lines($$"""
            [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => {{View(type, array)}}(
                    in this, {{field.Offset}}, {{field.Width}}, global::FormatKit.ByteOrder.{{array.Element.Order}});
            }
            """);

    private static void EmitIntegersEdit(
        SourceWriter writer, TypeModel type, FieldModel field, IntegersShape array)
    {
        var modifiers = $"{Retired(field.Property)}{EditAccess(type, field)} static";
        writer.Lines($"""

            /// <summary>The elements of <see cref="{type.FullName}.{field.Property.Identifier}"/>, to edit.</summary>
            {modifiers} global::FormatKit.EndianSpan<{array.Type}> Edit{field.Property.Name}(
                {Receiver(type)}) =>
                global::FormatKit.FieldAccess.EditIntegers<{type.FullName}, {array.Type}>(
                    ref layout, {field.Offset}, {field.Width}, global::FormatKit.ByteOrder.{array.Element.Order});
            """);
    }

    private static IEnumerable<string> IntegersInfo(FieldModel field, IntegersShape array)
    {
        yield return $"Count = {array.Count}";
        var place = $"{Literals.Text(field.Property.Name)}, 0, {field.Width / array.Count}";
        yield return SourceLists.Braced(
            $"Element = new({place}, {Kind(array.Element)}, {array.Element.Order})", ShapeInfo(array.Element));
    }

    private static string View(TypeModel type, IntegersShape array) =>
        $"global::FormatKit.FieldAccess.ViewIntegers<{type.Identifier}, {array.Type}>";
}
