using System.Runtime.CompilerServices;

namespace FormatKit.Interop.Tests;

/// <summary>
/// A test that needs other people's tools on the PATH, and is skipped without them. With FORMATKIT_PEERS=required, as
/// on the build machine, it runs all the same and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(
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
