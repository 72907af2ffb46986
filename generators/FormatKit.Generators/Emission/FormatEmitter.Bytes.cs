using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitBytes(SourceWriter writer, FieldModel field) =>
        writer.Lines($$"""
            [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => global::FormatKit.FieldAccess.ViewBytes(
                    in this, {{field.Offset}}, {{field.Width}});
            }
            """);

    private static void EmitBytesEdit(SourceWriter writer, TypeModel type, FieldModel field)
    {
        var modifiers = $"{Retired(field.Property)}{EditAccess(type, field)} static";
        writer.Lines($"""

            /// <summary>The bytes of <see cref="{type.FullName}.{field.Property.Identifier}"/>, to edit.</summary>
            {modifiers} global::System.Span<byte> Edit{BytesName(field)}({Receiver(type)}) =>
                global::FormatKit.FieldAccess.EditBytes(ref layout, {field.Offset}, {field.Width});
            """);
    }

    /// <summary>The bytes behind an accessor that cannot represent all of them.</summary>
    private static void EmitRawBytes(SourceWriter writer, FieldModel field) =>
        writer.Lines($"""

            /// <summary>The raw bytes of <see cref="{field.Property.Identifier}"/>.</summary>
            [global::System.Diagnostics.CodeAnalysis.UnscopedRef]
            {field.Property.Access}readonly global::System.ReadOnlySpan<byte> {BytesName(field)} =>
                global::FormatKit.FieldAccess.ViewBytes(in this, {field.Offset}, {field.Width});
            """);

    private static string BytesName(FieldModel field) =>
        field.HasRawBytes ? field.Property.Name + "Bytes" : field.Property.Name;
}
