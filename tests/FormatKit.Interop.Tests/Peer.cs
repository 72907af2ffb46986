using System.Diagnostics;

namespace FormatKit.Interop.Tests;

/// <summary>Other people's tools, run as processes.</summary>
internal static class Peer
{
    internal static bool IsRequired => Environment.GetEnvironmentVariable("FORMATKIT_PEERS") == "required";

    /// <summary>Where a tool is, or null. A module of Python counts as a tool too: <c>pyvhdi</c>; and so do the
    /// compiler of Kaitai Struct and the two judges of PNG files.</summary>
    internal static string? Find(string tool) =>
        tool == Schemas.Kaitai.Name ? (Schemas.Kaitai.IsInstalled ? tool : null) :
        tool == Png.PngTools.Names ? (Png.PngTools.AreInstalled ? tool : null) :
        Libyal.All.FirstOrDefault(library => library.Module == tool) is { } found ? (found.IsInstalled ? tool : null) :
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(["/usr/sbin", "/sbin"]) // where tools for disks are, and administrators alone look by themselves
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{tool}.exe" : tool))
            .FirstOrDefault(File.Exists);

    internal static Process Start(string tool, params string[] arguments)
    {
        var program = Find(tool) ?? throw new InvalidOperationException(
            $"{tool} is not installed, and this test needs it; tests/run.sh says which package has it");
        return Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    /// <summary>Runs a tool to its end.</summary>
    internal static Task<PeerResult> Run(string tool, params string[] arguments) => Feed(tool, "", arguments);

    /// <summary>Runs a tool to its end with a text on its standard input.</summary>
    internal static async Task<PeerResult> Feed(string tool, string input, params string[] arguments)
    {
        using var process = Start(tool, arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new PeerResult(process.ExitCode, await output, await error);
    }
}
