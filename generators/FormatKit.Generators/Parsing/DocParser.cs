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
internal static class DocParser
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

    /// <summary>
    /// A comment that is a summary in words alone says the same without the compiler's work and an XML reader's, which
    /// would take longer than everything else that is done for a field.
    /// </summary>
    private static DocModel? ReadPlain(ISymbol symbol, SyntaxNode declaration)
    {
        const string start = "<summary>";
        const string end = "</summary>";
        if (symbol.DeclaringSyntaxReferences.Length != 1
            || declaration.GetLeadingTrivia().Count(trivia => trivia.HasStructure) > 1)
        {
            return null;
        }

        var comment = Clean(Comment(declaration));
        if (comment.Length <= start.Length + end.Length
            || !comment.StartsWith(start, StringComparison.Ordinal) || !comment.EndsWith(end, StringComparison.Ordinal))
        {
            return null;
        }

        var words = Clean(comment.Substring(start.Length, comment.Length - start.Length - end.Length));
        var text = WithoutCode(words);
        if (text.Any(character => character is not ('\n' or (>= ' ' and <= '~')) or '<' or '>' or '&'))
        {
            return null;
        }

        var line = string.Join(" ", text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : new DocModel(words, null, null, line);
    }

    /// <summary>Words with what stands between <c>&lt;c&gt;</c> and its end, which are left out.</summary>
    private static string WithoutCode(string words)
    {
        for (var start = 0; (start = words.IndexOf("<c>", start, StringComparison.Ordinal)) >= 0;)
        {
            var end = words.IndexOf('<', start + 3);
            if (end <= start + 3 || string.CompareOrdinal(words, end, "</c>", 0, 4) != 0)
            {
                break;
            }

            words = words.Remove(end, 4).Remove(start, 3);
        }

        return words;
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
        var lines = declaration.GetLeadingTrivia().ToFullString().Split('\n').Select(line => line.Trim());
        return string.Join("\n", lines
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.Substring(3)));
    }

    private static string? Inner(XElement? element) =>
        element is null
            ? null
            : Clean(string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))));

    private static string Clean(string text) =>
        string.Join("\n", text.Split('\n').Select(line => line.Trim())).Trim();

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
