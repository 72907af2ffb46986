using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FormatKit.CodeFixes;

/// <summary>
/// Fixes one diagnostic by edits of the text, so that everything that is not edited, comments too, stays as it is.
/// </summary>
public abstract class LayoutFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [Id];

    /// <summary>The diagnostic.</summary>
    protected abstract string Id { get; }

    /// <summary>Whether the fix means the same everywhere, so that all places may be fixed at once.</summary>
    protected virtual bool FixesAll => true;

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() =>
        FixesAll ? WellKnownFixAllProviders.BatchFixer : null;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var place = diagnostic.Location.SourceSpan;
            if (place.End > root.FullSpan.End)
            {
                continue;
            }

            var node = root.FindNode(place, getInnermostNodeForTie: true);
            foreach (var (fix, index) in Offer(node, diagnostic).Select((fix, index) => (fix, index)))
            {
                // The kind of fix and not its numbers: so the same one is chosen in all places.
                var key = Id + "/" + index.ToString(CultureInfo.InvariantCulture);
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, token => Apply(context.Document, fix, token), key), diagnostic);
            }
        }
    }

    /// <summary>What can be done, the likeliest first.</summary>
    /// <param name="node">The innermost node at the diagnostic.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    protected abstract IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic);

    /// <summary>What stands for <c>{index}</c> in the diagnostic's message.</summary>
    protected static string Argument(Diagnostic diagnostic, int index) =>
        diagnostic.Properties.TryGetValue(index.ToString(CultureInfo.InvariantCulture), out var text)
            ? text ?? string.Empty
            : string.Empty;

    /// <summary>A number in the diagnostic's message; 0 where there is none.</summary>
    protected static long Number(Diagnostic diagnostic, int index) =>
        long.TryParse(
            Argument(diagnostic, index), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    /// <summary>A number as code.</summary>
    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<Document> Apply(Document document, TextFix fix, CancellationToken token)
    {
        var text = await document.GetTextAsync(token).ConfigureAwait(false);
        return document.WithText(text.WithChanges(fix.Changes.OrderBy(change => change.Span.Start)));
    }
}
