namespace FormatKit.Benchmarks.Processes;

/// <summary>The images that the tools of a comparison make, each its own, which must come out alike.</summary>
internal sealed class Products(WorkFolder folder, string format)
{
    private readonly List<string> _paths = [];

    /// <summary>A name for the next one.</summary>
    internal string Next()
    {
        _paths.Add(folder.File($"product{_paths.Count}.{format}"));
        return _paths[^1];
    }

    /// <summary>Has qemu-img compare all of them with the first one, then deletes them.</summary>
    internal void VerifyAndDelete()
    {
        foreach (var path in _paths.Skip(1))
        {
            ChildProcess.Run(
                [Tools.QemuImg, "compare", "-f", format, "-F", format, _paths[0], path], folder.File("compare.txt"));
        }

        _paths.ForEach(File.Delete);
    }
}
