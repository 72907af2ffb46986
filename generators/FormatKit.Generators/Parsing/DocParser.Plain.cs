using System.Text;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>
/// A comment that is a summary in words, code and references to properties beside it, as most are, says the same
/// without the compiler's work and an XML reader's: these would take longer than everything else that is done for a
/// field.
/// </summary>
internal static partial class DocParser
{
    private const string Reference = "<see cref=\"";

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
        var (summary, text) = Resolve(words, symbol);
        text = WithoutCode(text);
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is not ('\n' or (>= ' ' and <= '~')) or '<' or '>' or '&')
            {
                return null;
            }

            // However much space there is, one is left.
            var isSpace = character is ' ' or '\n';
            if (!isSpace || (line.Length > 0 && line[line.Length - 1] != ' '))
            {
                line.Append(isSpace ? ' ' : character);
            }
        }

        var plain = line.ToString().TrimEnd();
        return plain.Length == 0 ? null : new DocModel(summary, null, null, plain);
    }

    /// <summary>Puts the ids of properties beside a symbol into references to them, and their names into the text.
    /// Whatever else is referred to stays, which is not plain.</summary>
    private static (string Summary, string Text) Resolve(string words, ISymbol symbol)
    {
        if (words.IndexOf(Reference, StringComparison.Ordinal) < 0)
        {
            return (words, words);
        }

        var (summary, text) = (new StringBuilder(), new StringBuilder());
        var done = 0;
        for (int at; (at = words.IndexOf(Reference, done, StringComparison.Ordinal)) >= 0;)
        {
            var name = at + Reference.Length;
            var end = words.IndexOf('"', name);
            var close = end < 0 ? -1 : words.IndexOf("/>", end, StringComparison.Ordinal);
            if (close < 0 || words.Substring(end + 1, close - end - 1).Trim().Length > 0
                || PropertyBeside(symbol, words.Substring(name, end - name)) is not { } property)
            {
                break;
            }

            summary.Append(words, done, name - done).Append(property.GetDocumentationCommentId()).Append("\" />");
            text.Append(words, done, at - done).Append(property.Name);
            done = close + 2;
        }

        var rest = words.Substring(done);
        return (summary.Append(rest).ToString(), text.Append(rest).ToString());
    }

    private static IPropertySymbol? PropertyBeside(ISymbol symbol, string name) =>
        symbol.ContainingType?.GetMembers(name) is { Length: 1 } members ? members[0] as IPropertySymbol : null;

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
}
