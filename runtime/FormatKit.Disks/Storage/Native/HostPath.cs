using System.Runtime.InteropServices;

namespace FormatKit.Disks.Storage.Native;

/// <summary>
/// Where paths lead. .NET cuts <c>link/..</c> out of a path without looking where the link leads, the system follows
/// it; a path without links and dots means the same to both.
/// </summary>
internal static partial class HostPath
{
    private const int MostLinks = 40; // as many as Linux follows

    /// <summary>The file behind a path whose last part may be a link, and may not exist yet.</summary>
    internal static string Resolve(string path)
    {
        for (var links = 0; links <= MostLinks; links++)
        {
            var file = Path.Join(ResolveFolder(path), Path.GetFileName(path));
            var target = new FileInfo(file).LinkTarget;
            if (target is null)
            {
                return file;
            }

            path = Path.Combine(Path.GetDirectoryName(file)!, target);
        }

        throw new IOException($"{path}: more than {MostLinks} links in a row.");
    }

    /// <summary>The folder a path is in, links resolved.</summary>
    internal static string ResolveFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        }

        var folder = Path.GetDirectoryName(path);
        var resolved = RealPath(string.IsNullOrEmpty(folder) ? "." : folder, 0);
        if (resolved == 0)
        {
            throw StoreErrors.From(path, "cannot find its folder", HostFile.LastError());
        }

        try
        {
            return Marshal.PtrToStringUTF8(resolved)!;
        }
        finally
        {
            Free(resolved);
        }
    }

    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint RealPath(string path, nint buffer);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint memory);
}
