namespace FormatKit.Interop.Tests;

/// <summary>
/// libvhdi through its Python module. It judges fixed and dynamic disks only: releases of 2021 and 2024 misread the
/// bitmaps of differencing disks.
/// </summary>
internal static class LibVhdi
{
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> Installed = new(() => File.Exists(Python) && Runs("import pyvhdi"));

    public static bool IsInstalled => Installed.Value;

    /// <summary>Writes what libvhdi reads into a file.</summary>
    public static async Task ToRaw(string path, string target)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "vhdi-to-raw.py");
        var result = await Peer.Run(Python, script, path, target);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private static bool Runs(string code)
    {
        using var process = Peer.Start(Python, "-c", code);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
