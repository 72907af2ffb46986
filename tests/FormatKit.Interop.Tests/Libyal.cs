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

    /// <summary>libvmdk. It judges disks without zeroed grains: it takes their entry for sector 1 of the file and reads
    /// the descriptor as the guest's bytes, in qemu's images as in ours.</summary>
    public static Libyal Vmdk { get; } = new("pyvmdk");

    /// <summary>Both.</summary>
    public static IReadOnlyList<Libyal> All { get; } = [Vhdi, Vmdk];

    /// <summary>The Python module.</summary>
    public string Module { get; }

    public bool IsInstalled => _installed.Value;

    /// <summary>Writes what the library reads into a file.</summary>
    public Task ToRaw(string path, string target) => Run(path, "to-raw", target);

    /// <summary>Bytes of a disk that is too large for a file.</summary>
    public async Task<byte[]> Read(string path, long offset, int length) =>
        Convert.FromHexString((await Run(path, "read", $"{offset}", $"{length}")).Trim());

    private async Task<string> Run(string path, params string[] command)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "libyal.py");
        var result = await Peer.Run(Python, [script, Module, path, .. command]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    private static bool Runs(string code)
    {
        using var process = Peer.Start(Python, "-c", code);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
