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
