using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitOverlay(SourceWriter writer, LayoutModel layout, FieldModel field, OverlayModel overlay)
    {
        EmitOverlayDoc(writer, layout, field, overlay);
        writer.Lines($$"""
            {{Header(overlay.Property)}}
            {
                {{overlay.Property.Get}} => {{ViewNested(layout.Type, Shape(overlay), "this", field.Offset)}};
                {{overlay.Property.Set}} =>
                    {{EditNested(layout.Type.Identifier, Shape(overlay), "this", field.Offset)}} = value;
            }
            """);
    }

    private static void EmitOverlayDoc(
        SourceWriter writer, LayoutModel layout, FieldModel field, OverlayModel overlay)
    {
        var name = overlay.Property.Name;
        EmitElement(writer, "summary", overlay.Doc.Summary ?? $"The overlay <c>{name}</c>.");
        var region = field.Property.Identifier;
        var remarks = overlay.Doc.Remarks is { } own ? "\n" + own : string.Empty;
        EmitElement(
            writer, "remarks",
            $"Offset {field.Offset}, {Count(overlay.Size, "byte")} of <see cref=\"{region}\"/>; counts only with "
            + $"{DocText(overlay.Condition.Text)}.{Sentence(overlay.Spec ?? field.Spec ?? layout.Spec)}{remarks}");
        if (overlay.Doc.Others is { } others)
        {
            EmitComment(writer, others);
        }
    }

    private static void EmitOverlayRules(SourceWriter writer, TypeModel type, FieldModel field)
    {
        for (var index = 0; index < field.Overlays.Count; index++)
        {
            var overlay = field.Overlays[index];
            writer.Open($"if ({overlay.Condition.On("value")})");
            writer.Lines($"""
                broken += global::FormatKit.FieldRules.ExpectOverlay<{type.Identifier}, {overlay.Type}, TSink>(
                    /* {overlay.Property.Name} */ {index}, {field.Offset},
                    in {ViewNested(type, Shape(overlay), "value", field.Offset)},
                    ref sink{Strictly(field)});
                """);
            writer.Close();
        }
    }

    private static void EmitOverlaySeals(SourceWriter writer, TypeModel type, FieldModel field)
    {
        OpenCondition(writer, field, isNeeded: field.Overlays.Count > 0);
        foreach (var overlay in field.Overlays)
        {
            writer.Open($"if ({overlay.Condition.On("value")})");
            EmitNestedSeal(writer, type, field, Shape(overlay));
            writer.Close();
        }

        CloseCondition(writer, field, isNeeded: field.Overlays.Count > 0);
    }

    private static void EmitOverlayEdits(SourceWriter writer, TypeModel type, FieldModel field)
    {
        foreach (var overlay in field.Overlays)
        {
            EmitLayoutEdit(writer, type, overlay.Property, Shape(overlay), field.Offset);
        }
    }

    private static string OverlaysInfo(TypeModel type, FieldModel field)
    {
        var overlays = field.Overlays.Select(overlay =>
        {
            var (name, view) = (overlay.Property.Name, ViewNested(type, Shape(overlay), "View(layout)", field.Offset));
            var edit = $"{type.Extensions.FullName}.Edit{name}(ref Edit(layout))";
            var counts = field.Condition is { } condition ? condition.On("View(layout)") + " && " : string.Empty;
            var lines = new List<string>
            {
                $"Name = {Literals.Text(name)}",
                $"Condition = {ConditionInfo(overlay.Condition)}",
                $"Layout = global::FormatKit.Layout.InfoOf<{overlay.Type}>()",
                $"Applies = static layout => {counts}{overlay.Condition.On("View(layout)")}",
                $"Get = static layout => View(layout).{overlay.Property.Identifier}",
                "Set = static (layout, value) => "
                    + $"Edit(layout).{overlay.Property.Identifier} = ({overlay.Property.Type})value",
                $"GetBytes = static layout => global::FormatKit.Layout.BytesOf(\n    in {view})",
                $"EditBytes = static layout => global::FormatKit.Layout.EditBytesOf(ref {edit})",
            };
            lines.AddRange(overlay.Doc.Text is { } doc ? [$"Doc = {Literals.Text(doc)}"] : []);
            lines.AddRange(overlay.Spec is { } spec ? [$"Spec = {Literals.Text(spec)}"] : []);
            return SourceLists.Braced("new()", lines);
        });
        return SourceLists.Braced("Overlays = new global::FormatKit.OverlayInfo[]", overlays);
    }

    // Within its region an overlay is a nested layout.
    private static NestedShape Shape(OverlayModel overlay) => new(overlay.Type);
}
