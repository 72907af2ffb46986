namespace FormatKit.Interop.Tests;

/// <summary>A library of the libyal project through its Python module.</summary>
internal sealed class Libyal
{
    private const string Python = "/usr/bin/python3";

    private readonly Lazy<bool> _installed;

    private Libyal(string module)
    {
        Module = module;
        _installed = new(() => File.Exists(Python) && Runs($"import {module}"));
    }

    /// <summary>libvhdi. It judges fixed and dynamic disks only: releases of 2021 and 2024 misread the bitmaps of
    /// differencing disks.</summary>
    public static Libyal Vhdi { get; } = new("pyvhdi");

    /// <summary>libvmdk. It judges disks that stand alone: it takes zeroed grains for grains that are not there, so
    /// over a parent they show the parent's bytes.</summary>
    public static Libyal Vmdk { get; } = new("pyvmdk");

    /// <summary>Both.</summary>
    public static IReadOnlyList<Libyal> All { get; } = [Vhdi, Vmdk];

    /// <summary>The Python module.</summary>
    public string Module { get; }

    public bool IsInstalled => _installed.Value;

    /// <summary>Writes what the library reads into a file.</summary>
    public async Task ToRaw(string path, string target)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "libyal-to-raw.py");
        var result = await Peer.Run(Python, script, Module, path, target);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private static bool Runs(string code)
    {
        using var process = Peer.Start(Python, "-c", code);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
