using System.Diagnostics;

namespace FormatKit.Interop.Tests;

/// <summary>Our own tool, run as a process like any other.</summary>
internal static class Fkit
{
    /// <summary>Where the build of these tests has put the tool: <c>artifacts/bin/PROJECT/CONFIGURATION</c>.</summary>
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace("FormatKit.Interop.Tests", "FormatKit.Cli", StringComparison.Ordinal),
        OperatingSystem.IsWindows() ? "fkit.exe" : "fkit");

    public static Process Start(params string[] arguments) => Peer.Start(Program, arguments);

    public static Task<PeerResult> Run(params string[] arguments) => Peer.Run(Program, arguments);
}
