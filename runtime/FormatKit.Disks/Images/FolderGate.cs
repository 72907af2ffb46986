using FormatKit.Disks.Storage;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Images;

/// <summary>The files of some folders.</summary>
internal sealed class FolderGate(IReadOnlyList<string> folders) : OpenGate
{
    public override string? Find(string top, string image, string name)
    {
        var path = Locate(image, name);
        switch (name.Contains('\0', StringComparison.Ordinal) ? HostFileKind.Missing : KindOf(image, path))
        {
            case HostFileKind.Missing:
                return null;
            case HostFileKind.Regular:
                break;
            default:
                throw new BackingException(image, $"it names {path}, which is no regular file");
        }

        // From here on by the name without links: what is looked at is what is opened.
        var file = HostPath.Resolve(path);
        return Folders(top).Any(folder => IsInside(file, folder))
            ? file
            : throw new BackingException(
                image, $"it names {file}, which is outside the folder of {top}",
                $"if that is right, say '--allow-dir {Path.GetDirectoryName(file)}'");
    }

    public override string Locate(string image, string name) =>
        Path.IsPathRooted(name) ? name : Path.Join(Path.GetDirectoryName(HostPath.Resolve(image)), Tidy(name));

    public override ByteStore Open(string path, FileOpenOptions options) => FileStore.Open(path, options);

    public override bool AreSame(string one, string other) => HostFile.AreSame(one, other);

    public override DateTimeOffset? ChangedAt(string path) =>
        File.Exists(path) ? File.GetLastWriteTimeUtc(path) : null;

    private IEnumerable<string> Folders(string top) => folders
        .Select(folder => HostPath.ResolveFolder(Path.Join(folder, ".")))
        .Prepend(HostPath.ResolveFolder(HostPath.Resolve(top)));

    /// <summary>A name that the system cannot follow, as too long a one, is the image's fault.</summary>
    private static HostFileKind KindOf(string image, string path)
    {
        try
        {
            return HostFile.KindOf(path);
        }
        catch (IOException e)
        {
            throw new BackingException(image, $"it names a file that cannot be looked at: {e.Message.TrimEnd('.')}");
        }
    }

    private static string Tidy(string name) => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;

    private static bool IsInside(string file, string folder) =>
        file.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, Comparison);

    private static StringComparison Comparison =>
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
