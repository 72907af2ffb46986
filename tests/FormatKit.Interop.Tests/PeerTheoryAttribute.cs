using System.Runtime.CompilerServices;

namespace FormatKit.Interop.Tests;

/// <summary>A theory that needs other people's tools, as <see cref="PeerFactAttribute"/> is a fact.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute(
        string tool, [CallerFilePath] string? sourceFile = null, [CallerLineNumber] int sourceLine = -1)
        : base(sourceFile, sourceLine)
    {
        Tool = tool;
        if (!Peer.IsRequired && Peer.Find(tool) is null)
        {
            Skip = $"{tool} is not installed";
        }
    }

    /// <summary>The tool that is needed.</summary>
    public string Tool { get; }
}
