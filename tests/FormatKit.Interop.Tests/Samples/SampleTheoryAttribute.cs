using System.Runtime.CompilerServices;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>A theory about images that other software made, skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SampleTheoryAttribute : TheoryAttribute
{
    /// <param name="tool">Another tool that it needs, as for <see cref="PeerTheoryAttribute"/>.</param>
    /// <param name="sourceFile">Filled in by the compiler.</param>
    /// <param name="sourceLine">Filled in by the compiler.</param>
    public SampleTheoryAttribute(
        string? tool = null, [CallerFilePath] string? sourceFile = null, [CallerLineNumber] int sourceLine = -1)
        : base(sourceFile, sourceLine)
    {
        Tool = tool;
        if (!SampleManifest.IsThere)
        {
            Skip = "the folder shared/images is not beside the checkout";
        }
        else if (tool is not null && !Peer.IsRequired && Peer.Find(tool) is null)
        {
            Skip = $"{tool} is not installed";
        }
    }

    /// <summary>Another tool that is needed.</summary>
    public string? Tool { get; }
}
