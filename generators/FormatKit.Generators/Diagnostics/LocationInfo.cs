using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.Generators.Diagnostics;

/// <summary>A place in a file, without the syntax tree that a <see cref="Location"/> would keep alive.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo Of(Location location) =>
        new(location.SourceTree?.FilePath ?? string.Empty, location.SourceSpan, location.GetLineSpan().Span);

    /// <summary>The place in its tree, which an editor needs to offer a fix for what is said there.</summary>
    /// <param name="trees">The trees of the compilation by their paths; null where several have the same.</param>
    public Location ToLocation(IReadOnlyDictionary<string, SyntaxTree?> trees) =>
        trees.TryGetValue(Path, out var tree) && tree is not null && Span.End <= tree.Length
            ? Location.Create(tree, Span)
            : Location.Create(Path, Span, Lines);
}
