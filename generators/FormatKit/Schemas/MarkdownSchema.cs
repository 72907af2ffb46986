using System.Globalization;

namespace FormatKit;

/// <summary>Tables of offsets for people: one for each layout, the outermost first.</summary>
internal static partial class MarkdownSchema
{
    public static string Of(LayoutInfo layout)
    {
        var types = new SchemaTypes(layout, name => name);
        var writer = new SchemaWriter(2);
        var isFirst = true;
        foreach (var type in types.Layouts.Reverse())
        {
            if (!isFirst)
            {
                writer.Line();
            }

            writer.Line($"{(isFirst ? "#" : "##")} {types.NameOf(type)}");
            WriteLayout(writer, type, types);
            isFirst = false;
        }

        return writer.ToString();
    }

    private static void WriteLayout(SchemaWriter writer, LayoutInfo layout, SchemaTypes types)
    {
        writer.Line();
        var order = layout.Order == ByteOrder.BigEndian ? "big endian" : "little endian";
        var spec = layout.Spec is { } clause ? $" {clause}." : "";
        writer.Line($"{Cell(layout.Doc ?? "")} {layout.Size} bytes, {order}.{Cell(spec)}".Trim());
        writer.Line();
        writer.Line("| offset | bytes | type | field | meaning |");
        writer.Line("| ---: | ---: | --- | --- | --- |");
        foreach (var field in layout.Fields)
        {
            writer.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"| {field.Offset} | {field.Width} | {TypeOf(layout.Order, field, types)} | {field.Name} "
                + $"| {Meaning(layout, field)} |"));
            foreach (var bits in field.Bits)
            {
                writer.Line($"| | | {BitsOf(bits)} | {bits.Name} | {Cell(bits.Doc ?? "")} |");
            }

            foreach (var overlay in field.Overlays)
            {
                var words = new[] { overlay.Doc?.TrimEnd('.'), $"when {overlay.Condition}", overlay.Spec };
                writer.Line($"| | {overlay.Layout.Size} | {types.NameOf(overlay.Layout)} | {overlay.Name} "
                    + $"| {Cell(string.Join("; ", words.OfType<string>()))} |");
            }
        }

        foreach (var field in layout.Fields.Where(field => field.EnumNames.Count > 0))
        {
            writer.Line();
            writer.Line($"Values of {field.Name}: " + string.Join(", ", field.EnumNames.Select(named => string.Create(
                CultureInfo.InvariantCulture, $"{named.Value} {named.Name}"))) + ".");
        }

        WriteRules(writer, layout.Rules);
    }

    private static void WriteRules(SchemaWriter writer, IReadOnlyList<RuleInfo> rules)
    {
        foreach (var rule in rules)
        {
            writer.Line();
            writer.Line($"Rule: {Cell(rule.Text)}{(rule.Spec is { } spec ? $" ({Cell(spec)})" : "")}.");
        }
    }

    private static string TypeOf(ByteOrder usual, FieldInfo field, SchemaTypes types)
    {
        var order = field.Order != usual && field.Width > 1
            ? field.Order == ByteOrder.BigEndian ? ", big endian" : ", little endian"
            : "";
        var bits = string.Create(CultureInfo.InvariantCulture, $"{8 * field.Width}");
        return field.Kind switch
        {
            FieldKind.Unsigned => $"u{bits}{order}",
            FieldKind.Signed => $"s{bits}{order}",
            FieldKind.Float => $"f{bits}{order}",
            FieldKind.Enum => $"{(field.IsFlags ? "flags" : "enum")}, u{bits}{order}",
            FieldKind.Timestamp => $"time, u{bits}{order}",
            FieldKind.Text => $"text, {Words(field.Encoding.ToString())}",
            FieldKind.FourCC => "four characters",
            FieldKind.Guid => field.GuidOrder == GuidOrder.Rfc4122 ? "unique id, RFC 4122" : "unique id, mixed order",
            FieldKind.Layout => types.NameOf(field.Nested!) + Times(field.Count),
            FieldKind.Integers =>
                $"{(field.Element!.Kind == FieldKind.Signed ? 's' : 'u')}{8 * field.Element.Width}{Times(field.Count)}"
                + order,
            _ => Words(field.Kind.ToString()),
        };
    }

    private static string Times(int? count) =>
        count is null ? "" : string.Create(CultureInfo.InvariantCulture, $" × {count}");

    private static string BitsOf(BitRangeInfo bits) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(bits.Count == 1 ? $"bit {bits.Shift}" : $"bits {bits.Shift} to {bits.Shift + bits.Count - 1}")}");

    private static string Meaning(LayoutInfo layout, FieldInfo field)
    {
        var meaning = SchemaFacts.MeaningOf(layout, field);
        return Cell(field.Spec is { } spec ? $"{meaning} ({spec})" : meaning);
    }

    private static string Words(string name) =>
        string.Concat(name.Select((character, index) =>
            index > 0 && char.IsUpper(character) ? $" {char.ToLowerInvariant(character)}"
            : char.ToLowerInvariant(character).ToString()));

    /// <summary>A text that stays within its cell.</summary>
    private static string Cell(string text) => string.Concat(text.Select(character => character switch
    {
        '|' or '<' or '*' or '_' or '`' or '[' or '\\' => $"\\{character}",
        _ when char.IsControl(character) => " ",
        _ => character.ToString(),
    }));
}
