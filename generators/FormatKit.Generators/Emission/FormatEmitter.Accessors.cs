using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    /// <summary>The accessors of all fields by their places, for callers that know the layout only at run time.
    /// </summary>
    private static void EmitAccessors(SourceWriter writer, LayoutModel layout)
    {
        var self = layout.Type.Identifier;
        EmitCases(
            writer, $"object? Get(in {self} layout, int field)", layout,
            field => Getter(field) is { } value ? $"return {value};" : null, "return null;");
        EmitCases(
            writer, $"void Set(ref {self} layout, int field, object value)", layout,
            field => Setter(layout.Type, field) is { } assignment ? $"{assignment}; break;" : null);
        EmitCases(
            writer, $"global::System.ReadOnlySpan<byte> GetBytes(in {self} layout, int field)", layout,
            field => BytesGetter(layout.Type, field) is { } bytes ? $"return {bytes};" : null, "return default;");
        EmitCases(
            writer, $"global::System.Span<byte> EditBytes(ref {self} layout, int field)", layout,
            field => BytesEditor(layout.Type, field) is { } bytes ? $"return {bytes};" : null, "return default;");
    }

    private static void EmitCases(
        SourceWriter writer, string header, LayoutModel layout, Func<FieldModel, string?> statement,
        string? otherwise = null)
    {
        var isOpen = false;
        for (var index = 0; index < layout.Fields.Count; index++)
        {
            if (statement(layout.Fields[index]) is not { } lines)
            {
                continue;
            }

            if (!isOpen)
            {
                writer.Line();
                writer.Open($"protected override {header}");
                writer.Open("switch (field)");
                isOpen = true;
            }

            writer.Lines($"case {index}: {lines}");
        }

        if (isOpen)
        {
            if (otherwise is not null)
            {
                writer.Lines($"default: {otherwise}");
            }

            writer.Close();
            writer.Close();
        }
    }

    private static string? Getter(FieldModel field) => field.Shape switch
    {
        IntegersShape => $"layout.{field.Property.Identifier}.ToArray()",
        _ when HasValue(field) => $"layout.{field.Property.Identifier}",
        _ => null,
    };

    private static string? Setter(TypeModel type, FieldModel field) => field.Shape switch
    {
        IntegersShape array => $"{Editor(type, field.Property.Name)}.CopyFrom(({array.Type}[])value)",
        _ when HasValue(field) => $"layout.{field.Property.Identifier} = ({field.Property.Type})value",
        _ => null,
    };

    private static bool HasValue(FieldModel field) =>
        field.Property.Set is not null && field.Shape is not NestedShape;

    private static string? BytesGetter(TypeModel type, FieldModel field) => field.Shape switch
    {
        _ when field.HasRawBytes => $"layout.{BytesName(field)}",
        BytesShape or ReservedShape => $"layout.{field.Property.Identifier}",
        IntegersShape => $"layout.{field.Property.Identifier}.Bytes",
        NestedShape nested =>
            $"global::FormatKit.Layout.BytesOf(\n    in {ViewNested(type, nested, "layout", field.Offset)})",
        FixedCountShape =>
            $"global::System.Runtime.InteropServices.MemoryMarshal.AsBytes(layout.{field.Property.Identifier})",
        _ => null,
    };

    private static string? BytesEditor(TypeModel type, FieldModel field) => field.Shape switch
    {
        _ when field.HasRawBytes => Editor(type, BytesName(field)),
        BytesShape or ReservedShape => Editor(type, field.Property.Name),
        IntegersShape => $"{Editor(type, field.Property.Name)}.Bytes",
        NestedShape => $"global::FormatKit.Layout.EditBytesOf(ref {Editor(type, field.Property.Name)})",
        FixedCountShape =>
            $"global::System.Runtime.InteropServices.MemoryMarshal.AsBytes({Editor(type, field.Property.Name)})",
        _ => null,
    };

    private static string Editor(TypeModel type, string name) => $"{type.Extensions.FullName}.Edit{name}(ref layout)";
}
