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

    private static IEnumerable<string> IntegersInfo(TypeModel type, FieldModel field, IntegersShape array)
    {
        var edit = $"{type.Extensions.FullName}.Edit{field.Property.Name}(ref Edit(layout))";
        var element = new[]
        {
            $"Name = {Literals.Text(field.Property.Name)}",
            "Offset = 0",
            $"Width = {field.Width / array.Count}",
            $"Kind = global::FormatKit.FieldKind.{Kind(array.Element)}",
            $"Order = global::FormatKit.ByteOrder.{array.Element.Order}",
        };
        yield return $"Order = global::FormatKit.ByteOrder.{array.Element.Order}";
        yield return $"Count = {array.Count}";
        yield return "Element = new()\n{\n"
            + string.Concat(element.Concat(ShapeInfo(array.Element)).Select(line => Indented(line) + ",\n"))
            + "}";
        yield return $"Get = static layout => View(layout).{field.Property.Identifier}.ToArray()";
        yield return $"Set = static (layout, value) => {edit}.CopyFrom(({array.Type}[])value)";
        yield return $"GetBytes = static layout => View(layout).{field.Property.Identifier}.Bytes";
        yield return $"EditBytes = static layout => {edit}.Bytes";
    }

    private static string Indented(string lines) => "    " + lines.Replace("\n", "\n    ");

    private static string View(TypeModel type, IntegersShape array) =>
        $"global::FormatKit.FieldAccess.ViewIntegers<{type.Identifier}, {array.Type}>";
}
