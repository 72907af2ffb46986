using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    // Whatever ends a line for the compiler would end the comment.
    private static readonly char[] LineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];
    private static readonly Regex ControlCharacters = new(@"[\p{C}\u2028\u2029]");

    private static void EmitTypeDoc(SourceWriter writer, LayoutModel layout)
    {
        var doc = layout.Doc;
        if (doc.Summary is null && doc.Others is null)
        {
            EmitElement(writer, "summary", $"The layout <c>{layout.Type.Name}</c>.");
        }

        if (doc.Remarks is null)
        {
            var spec = Sentence(layout.Spec);
            EmitElement(writer, "remarks", $"{Count(layout.Size, "byte")}, {Words(layout.Order)}.{spec}");
        }
    }

    private static void EmitFieldDoc(SourceWriter writer, LayoutModel layout, FieldModel field)
    {
        EmitElement(writer, "summary", field.Doc.Summary ?? $"The field <c>{field.Property.Name}</c>.");
        var array = field.Shape as IntegersShape;
        var elements = array is null ? string.Empty : $", {array.Count} of {field.Width / array.Count}";
        var order = (array?.Element ?? field.Shape) is NumberShape { Raw: not "byte" } number
            ? ", " + Words(number.Order)
            : string.Empty;
        var unit = field.Unit == "None" ? string.Empty : ", counts " + Words(field.Unit);
        var remarks = field.Doc.Remarks is { } own ? "\n" + own : string.Empty;
        var width = Count(field.Width, "byte") + elements;
        var place = $"Offset {field.Offset}, {width}{order}{unit}{RuleWords(field)}."
            + Sentence(field.Spec ?? layout.Spec);
        EmitElement(writer, "remarks", place + ChecksumDoc(layout, field) + remarks);
        if (field.Doc.Others is { } others)
        {
            EmitComment(writer, others);
        }
    }

    private static void EmitElement(SourceWriter writer, string name, string content)
    {
        if (content.IndexOfAny(LineEnds) < 0)
        {
            writer.Lines($"/// <{name}>{content}</{name}>");
        }
        else
        {
            EmitComment(writer, $"<{name}>\n{content}\n</{name}>");
        }
    }

    private static void EmitComment(SourceWriter writer, string xml)
    {
        foreach (var line in xml.Split(LineEnds))
        {
            writer.Lines("/// " + line);
        }
    }

    private static string Sentence(string? text) =>
        text is null ? string.Empty : $" {DocText(text).TrimEnd('.')}.";

    private static string DocText(string text) =>
        SecurityElement.Escape(IsAscii(text) ? text : ControlCharacters.Replace(text, " "));

    private static bool IsAscii(string text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    /// <summary>A name in words: <c>BigEndian</c> is "big endian".</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var character in name)
        {
            var isFirst = char.IsUpper(character) && words.Length > 0;
            words.Append(isFirst ? " " : string.Empty).Append(char.ToLowerInvariant(character));
        }

        return words.ToString();
    }
}
