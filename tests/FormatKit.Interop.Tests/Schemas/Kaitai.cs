using System.Text.Json;

namespace FormatKit.Interop.Tests.Schemas;

/// <summary>Kaitai Struct: its compiler, which is a package for Node.js, and its run time for Python.</summary>
internal static class Kaitai
{
    private const string Python = "/usr/bin/python3";

    /// <summary>What a test that needs it names: the compiler's package.</summary>
    public const string Name = "kaitai-struct-compiler";

    // Where tests/run.sh installs packages of Node.js.
    private static readonly string Modules =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../peers/node_modules"));

    private static readonly Lazy<bool> Installed = new(() =>
        Directory.Exists(Path.Combine(Modules, Name)) && Peer.Find("node") is not null && PythonHasRunTime());

    public static bool IsInstalled => Installed.Value;

    /// <summary>Compiles declarations, by the name of their files, into a folder.</summary>
    public static async Task Compile(TemporaryFolder folder, IEnumerable<(string Name, string Ksy)> declarations)
    {
        foreach (var (name, ksy) in declarations)
        {
            await File.WriteAllTextAsync(folder[name + ".ksy"], ksy, TestContext.Current.CancellationToken);
        }

        var result = await Peer.Run("node", Script("kaitai_compile.js"), Modules, Path.GetDirectoryName(folder["x"])!);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    /// <summary>What it reads from structures, each of a compiled declaration.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Read(
        TemporaryFolder folder, IEnumerable<(string Name, byte[] Bytes)> structures)
    {
        using var process = Peer.Start(Python, Script("kaitai_read.py"), Path.GetDirectoryName(folder["x"])!);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var (name, bytes) in structures)
        {
            await process.StandardInput.WriteLineAsync($"{name} {Convert.ToHexString(bytes)}");
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))];
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Schemas", name);

    private static bool PythonHasRunTime()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var process = Peer.Start(Python, "-c", "import kaitaistruct");
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
