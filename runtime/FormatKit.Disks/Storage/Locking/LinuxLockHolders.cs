using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Locking;

/// <summary>
/// Who holds locks on a file. The kernel names no process for locks of open file descriptions, but each descriptor's
/// <c>/proc/PID/fdinfo</c> lists the locks it holds. Processes of other users cannot be looked into and stay unnamed.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class LinuxLockHolders
{
    /// <summary>"qemu-img (process 1234)" for each holder found besides the handle itself.</summary>
    internal static IReadOnlyList<string> Of(SafeFileHandle handle)
    {
        var own = $"/proc/{Environment.ProcessId}/fd/{handle.DangerousGetHandle()}";
        var file = LinkTarget(own);
        var holders = new List<string>();
        foreach (var process in file is null ? [] : Entries("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Entries($"{process}/fd").Any(f => f != own && LinkTarget(f) == file && HoldsLocks(f)))
            {
                holders.Add(id == Environment.ProcessId ? "this process" : $"{NameOf(process)} (process {id})");
            }
        }

        return holders;
    }

    private static bool HoldsLocks(string descriptor) =>
        ReadText(descriptor.Replace("/fd/", "/fdinfo/", StringComparison.Ordinal))
            .Contains("\nlock:", StringComparison.Ordinal);

    private static string NameOf(string process) => ReadText($"{process}/comm").Trim();

    private static string[] Entries(string folder) =>
        Quietly(() => Directory.GetFileSystemEntries(folder)) ?? [];

    private static string? LinkTarget(string link) => Quietly(() => new FileInfo(link).LinkTarget);

    private static string ReadText(string file) => Quietly(() => File.ReadAllText(file)) ?? "";

    /// <summary>Processes end while they are looked at, and others may not be looked at.</summary>
    private static T? Quietly<T>(Func<T?> look)
        where T : class
    {
        try
        {
            return look();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
