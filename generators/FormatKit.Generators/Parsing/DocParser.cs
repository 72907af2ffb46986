using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>
/// Reads the user's documentation, because that of the generated part replaces it. The compiler gives it with its
/// references resolved; where it does not keep documentation, the text of the comment is read.
/// </summary>
internal static partial class DocParser
{
    public static DocModel Parse(ISymbol symbol, SyntaxNode declaration)
    {
        if (ReadPlain(symbol, declaration) is { } plain)
        {
            return plain;
        }

        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml))
        {
            xml = $"<member>{Comment(declaration)}</member>";
        }

        try
        {
            return Read(XElement.Parse(xml, LoadOptions.PreserveWhitespace));
        }
        catch (XmlException)
        {
            return DocModel.None;
        }
    }

    private static DocModel Read(XElement root)
    {
        foreach (var cref in root.Descendants().Where(element => element.Attribute("cref") is not null).ToList())
        {
            // A reference the compiler did not resolve means nothing in a file without the user's usings.
            var target = cref.Attribute("cref")!.Value;
            if (!Regex.IsMatch(target, "^[A-Z]:"))
            {
                cref.ReplaceWith(new XElement("c", cref.IsEmpty ? LastName(target) : cref.Value));
            }
        }

        var others = root.Elements().Where(element => element.Name.LocalName is not ("summary" or "remarks")).ToList();
        return new DocModel(
            Inner(root.Element("summary")),
            Inner(root.Element("remarks")),
            others.Count == 0 ? null : string.Join("\n", others.Select(element => Clean(element.ToString()))),
            root.Element("summary") is { } summary ? PlainText(summary) : null);
    }

    private static string Comment(SyntaxNode declaration)
    {
        var trivia = declaration.GetLeadingTrivia().ToFullString();
        var text = new StringBuilder(trivia.Length);
        foreach (var (start, end) in Lines(trivia))
        {
            if (end - start >= 3 && string.CompareOrdinal(trivia, start, "///", 0, 3) == 0)
            {
                text.Append(text.Length == 0 ? string.Empty : "\n").Append(trivia, start + 3, end - start - 3);
            }
        }

        return text.ToString();
    }

    private static string? Inner(XElement? element) =>
        element is null
            ? null
            : Clean(string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))));

    private static string Clean(string text)
    {
        if (text.IndexOf('\n') < 0)
        {
            return text.Trim();
        }

        var clean = new StringBuilder(text.Length);
        foreach (var (start, end) in Lines(text))
        {
            clean.Append(text, start, end - start).Append('\n');
        }

        return clean.ToString().Trim();
    }

    /// <summary>Where lines start and end, without the space around them.</summary>
    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        for (int first = 0, next; first <= text.Length; first = next + 1)
        {
            next = text.IndexOf('\n', first);
            next = next < 0 ? text.Length : next;
            var (start, end) = (first, next);
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            yield return (start, end);
        }
    }

    private static string? PlainText(XElement summary)
    {
        foreach (var element in summary.Descendants().Where(element => element.IsEmpty).ToList())
        {
            var name = element.Attribute("cref") ?? element.Attribute("langword") ?? element.Attribute("name");
            if (name is not null)
            {
                element.ReplaceWith(new XText(LastName(name.Value)));
            }
        }

        var text = Regex.Replace(summary.Value, @"\s+", " ").Trim();
        return text.Length == 0 ? null : text;
    }

    private static string LastName(string cref)
    {
        var name = Regex.Replace(cref, @"(`\d+)?(\(.*)?$", string.Empty);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}
