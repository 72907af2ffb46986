using System.Diagnostics;

namespace FormatKit.Formats.Tests.Jit;

/// <summary>Runs one of these tests in a process of its own, whose compiler optimises at once and lists methods.
/// </summary>
internal static class JitProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    internal static string List(string methods, string test)
    {
        var file = Path.Combine(Path.GetTempPath(), $"formatkit-{Guid.NewGuid():N}.asm");
        try
        {
            Run(file, methods, test);
            return File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Run(string file, string methods, string test)
    {
        // The tests are a program, or the argument of one.
        var host = Environment.ProcessPath!;
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            start.ArgumentList.Add(typeof(JitProcess).Assembly.Location);
        }

        foreach (var argument in (string[])["-noColor", "-noLogo", "-noAutoReporters", "-method", test])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_JitDisasm"] = methods;
        start.Environment["DOTNET_JitStdOutFile"] = file;
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
        }

        Assert.True(process.ExitCode == 0, $"{output.Result}{errors.Result}");
    }
}
