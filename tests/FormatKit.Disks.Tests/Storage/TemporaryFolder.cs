namespace FormatKit.Disks.Tests.Storage;

/// <summary>A folder that is gone, with all in it, after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("formatkit-");

    internal string Path => _folder.FullName;

    internal string this[string name] => System.IO.Path.Combine(Path, name);

    internal string File(string name, ReadOnlySpan<byte> content)
    {
        System.IO.File.WriteAllBytes(this[name], content);
        return this[name];
    }

    internal string[] Names =>
        [.. _folder.EnumerateFileSystemInfos().Select(i => i.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
