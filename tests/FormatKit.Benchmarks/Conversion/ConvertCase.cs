using FormatKit.Benchmarks.Processes;

namespace FormatKit.Benchmarks.Conversion;

/// <summary>One conversion, by each tool into a target of its own.</summary>
internal sealed class ConvertCase(
    WorkFolder folder, string source, string sourceFormat, string targetFormat, bool isSynced)
{
    private readonly List<string> _targets = [];

    internal string Title => $"{sourceFormat} to {targetFormat}, {(isSynced ? "synced" : "unsynced")}";

    internal Contender QemuImg()
    {
        var target = NewTarget();
        return Contender(Tools.QemuImg, target,
            [Tools.QemuImg, "convert", "-f", sourceFormat, "-O", targetFormat, .. Tools.QemuOptions(targetFormat),
            source, target],
            isSynced ? () => HostSync.File(target) : null);
    }

    internal Contender Fkit((string Name, string Path) tool)
    {
        var target = NewTarget();
        IEnumerable<string> sync = isSynced ? [] : ["--no-sync"];
        return Contender(
            tool.Name, target,
            [tool.Path, "convert", "-f", sourceFormat, "-O", targetFormat, .. sync, source, target], null);
    }

    /// <summary>Has qemu-img compare all targets with the first one, then deletes them.</summary>
    internal void VerifyAndDelete()
    {
        foreach (var target in _targets.Skip(1))
        {
            ChildProcess.Run(
                [Tools.QemuImg, "compare", "-f", targetFormat, "-F", targetFormat, _targets[0], target],
                folder.File("compare.txt"));
        }

        _targets.ForEach(File.Delete);
    }

    private string NewTarget()
    {
        _targets.Add(folder.File($"target{_targets.Count}.{targetFormat}"));
        return _targets[^1];
    }

    private Contender Contender(string name, string target, string[] command, Action? afterwards) =>
        new(name, () =>
        {
            File.Delete(target);
            return ChildProcess.Run(command, folder.File("output.txt"), afterwards);
        });
}
