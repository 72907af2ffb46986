using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.Generators.Tests.Harness;

/// <summary>A file beside the source.</summary>
internal sealed class TextFile(string path, string text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
