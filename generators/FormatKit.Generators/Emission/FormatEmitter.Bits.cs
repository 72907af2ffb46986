using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    // Bits go through the property of their field, whatever its width and order are.
    private static void EmitBits(SourceWriter writer, LayoutModel layout, FieldModel field, BitRangeModel bits)
    {
        var (property, holder) = (bits.Property, field.Property);
        var all = $"unchecked((ulong)({bits.Container}){holder.Identifier})";
        var read = $"global::FormatKit.FieldAccess.ReadBits({all}, {bits.Shift}, {bits.Count})";
        var value = bits.Raw is null ? "value ? 1UL : 0UL" : $"unchecked((ulong)({bits.Raw})value)";
        EmitBitsDoc(writer, layout, field, bits);
        writer.Lines($$"""
            {{Header(property)}}
            {
                {{property.Get}} => {{(bits.Raw is null ? $"{read} != 0" : $"unchecked(({property.Type}){read})")}};
                {{property.Set}} =>
                    {{holder.Identifier}} = unchecked(({{holder.Type}})global::FormatKit.FieldAccess.WithBits(
                    {{all}}, {{bits.Shift}}, {{bits.Count}}, {{value}}, {{Literals.Text(property.Name)}}));
            }
            """);
    }

    private static void EmitBitsDoc(SourceWriter writer, LayoutModel layout, FieldModel field, BitRangeModel bits)
    {
        EmitElement(writer, "summary", bits.Doc.Summary ?? $"The bits <c>{bits.Property.Name}</c>.");
        var isMost = bits.Order == "MostSignificantFirst";
        var first = isMost ? (8 * field.Width) - bits.Shift - bits.Count : bits.Shift;
        var place = bits.Count == 1 ? $"Bit {first}" : $"Bits {first} to {first + bits.Count - 1}";
        var zero = isMost ? "most" : "least";
        var spec = Sentence(bits.Spec ?? layout.Spec);
        var remarks = bits.Doc.Remarks is { } own ? "\n" + own : string.Empty;
        EmitElement(
            writer, "remarks",
            $"{place} of <see cref=\"{field.Property.Identifier}\"/> at offset {field.Offset}, "
            + $"bit 0 the {zero} significant.{spec}{remarks}");
        if (bits.Doc.Others is { } others)
        {
            EmitComment(writer, others);
        }
    }

    private static string BitsInfo(FieldModel field)
    {
        var ranges = field.Bits.Select(bits =>
        {
            var lines = new List<string>
            {
                $"Name = {Literals.Text(bits.Property.Name)}",
                $"Shift = {bits.Shift}",
                $"Count = {bits.Count}",
                $"Order = global::FormatKit.BitOrder.{bits.Order}",
                $"Get = static layout => View(layout).{bits.Property.Identifier}",
                "Set = static (layout, value) => "
                    + $"Edit(layout).{bits.Property.Identifier} = ({bits.Property.Type})value",
            };
            if (bits.Raw is null)
            {
                lines.Add("IsBool = true");
            }

            if (bits.Names.Count > 0)
            {
                lines.Add(NamesInfo(bits.Names));
            }

            lines.AddRange(bits.Doc.Text is { } doc ? [$"Doc = {Literals.Text(doc)}"] : []);
            lines.AddRange(bits.Spec is { } spec ? [$"Spec = {Literals.Text(spec)}"] : []);
            return SourceLists.Braced("new()", lines);
        });
        return SourceLists.Braced("Bits = new global::FormatKit.BitRangeInfo[]", ranges);
    }
}
