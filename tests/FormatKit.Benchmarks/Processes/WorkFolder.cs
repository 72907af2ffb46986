namespace FormatKit.Benchmarks.Processes;

/// <summary>A folder of our own for images, inside the one that was asked for; deleted in the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string _path;

    internal WorkFolder(string? parent) =>
        _path = Directory.CreateDirectory(
            Path.Join(parent ?? Path.GetTempPath(), $"formatkit-benchmarks-{Environment.ProcessId}")).FullName;

    internal string File(string name) => Path.Join(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
