using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitExtensions(SourceWriter writer, LayoutModel layout)
    {
        var type = layout.Type;
        writer.Open($"""
            /// <summary>What edits a <see cref="{type.FullName}"/> in place; a read-only view refuses it.</summary>
            {Retired(type)}{type.Extensions.Accessibility} static class {type.Extensions.Identifier}
            """);
        writer.Lines($"""
            /// <summary>Fills magics, constants and checksums. Every other byte stays as it is.</summary>
            {MemberAccess(type)} static void Seal({Receiver(type)}) =>
                global::FormatKit.Layout.Seal(ref layout);
            """);
        EmitExternalsEntries(writer, layout);
        foreach (var field in layout.Fields)
        {
            switch (field.Shape)
            {
                case NestedShape nested: EmitNestedEdit(writer, type, field, nested); break;
                case FixedCountShape array: EmitFixedCountEdit(writer, type, field, array); break;
                case IntegersShape array: EmitIntegersEdit(writer, type, field, array); break;
                case BytesShape or ReservedShape: EmitBytesEdit(writer, type, field); break;
                case { } when field.HasRawBytes: EmitBytesEdit(writer, type, field); break;
            }

            EmitOverlayEdits(writer, type, field);
        }

        writer.Close();
    }

    private static string Receiver(TypeModel type) =>
        type.Extensions.AreMethods ? $"this ref {type.FullName} layout" : $"ref {type.FullName} layout";

    private static string MemberAccess(TypeModel type) =>
        type.Extensions.Accessibility == "public" ? "public" : "internal";

    private static string EditAccess(TypeModel type, FieldModel field) => EditAccess(type, field.Property);

    private static string EditAccess(TypeModel type, PropertyModel property) =>
        property.Access == "public " ? MemberAccess(type) : "internal";
}
