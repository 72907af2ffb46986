using System.ComponentModel;
using System.Diagnostics;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>A file shown as a block device, where the system and our rights permit.</summary>
internal sealed class LoopDevice : IDisposable
{
    private LoopDevice(string path) => Path = path;

    internal string Path { get; }

    internal static LoopDevice AttachOrSkip(string file)
    {
        var path = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            ? Run("--find", "--show", file)
            : null;
        Assert.SkipWhen(string.IsNullOrEmpty(path), "no loop devices here, or no right to attach one");
        return new LoopDevice(path);
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
