namespace FormatKit.Testing.Tests;

/// <summary>A folder that is there for one test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("formatkit-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
