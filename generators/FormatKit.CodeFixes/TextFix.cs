using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.CodeFixes;

/// <summary>What an editor offers, and what it does.</summary>
/// <param name="title">What it does, in words.</param>
/// <param name="changes">The edits, none over another.</param>
public sealed class TextFix(string title, params TextChange[] changes)
{
    /// <summary>What it does, in words.</summary>
    public string Title { get; } = title;

    /// <summary>The edits, none over another.</summary>
    public ImmutableArray<TextChange> Changes { get; } = [.. changes];
}
