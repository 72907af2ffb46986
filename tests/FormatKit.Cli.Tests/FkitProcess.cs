using System.Diagnostics;

namespace FormatKit.Cli.Tests;

/// <summary>The tool as a process of its own, with signals and streams that close.</summary>
internal static class FkitProcess
{
    private static string Tool =>
        Path.Join(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "fkit.exe" : "fkit");

    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Runs the tool in a shell, with what the shell can do to its streams and limits.</summary>
    public static Process StartInShell(string command, string before = "") =>
        Process.Start(new ProcessStartInfo("sh", ["-c", $"{before} exec '{Tool}' {command}"])
        {
            RedirectStandardError = true,
        })!;

    /// <summary>Sends a signal by name.</summary>
    public static async Task Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
