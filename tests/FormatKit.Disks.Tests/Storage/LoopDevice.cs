using System.ComponentModel;
using System.Diagnostics;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>A file shown as a block device, where the system and our rights permit.</summary>
internal sealed class LoopDevice : IDisposable
{
    private LoopDevice(string path) => Path = path;

    internal string Path { get; }

    /// <returns><see langword="null"/> when there can be none.</returns>
    internal static LoopDevice? TryAttach(string file)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        return Run("--find", "--show", file) is { Length: > 0 } path ? new LoopDevice(path) : null;
    }

    internal static LoopDevice AttachOrSkip(string file)
    {
        var device = TryAttach(file);
        Assert.SkipWhen(device is null, "no loop devices here, or no right to attach one");
        return device;
    }

    public void Dispose() => Run("--detach", Path);

    private static string? Run(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("losetup", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
