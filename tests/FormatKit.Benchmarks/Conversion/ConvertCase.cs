using FormatKit.Benchmarks.Processes;

namespace FormatKit.Benchmarks.Conversion;

/// <summary>One conversion, by each tool into a target of its own.</summary>
internal sealed class ConvertCase(
    WorkFolder folder, string source, string sourceFormat, string targetFormat, bool isSynced)
{
    private readonly Products _products = new(folder, targetFormat);

    internal string Title => $"{sourceFormat} to {targetFormat}, {(isSynced ? "synced" : "unsynced")}";

    internal Contender QemuImg()
    {
        var target = _products.Next();
        return Contender(Tools.QemuImg, target,
            [Tools.QemuImg, "convert", "-f", sourceFormat, "-O", targetFormat, .. Tools.QemuOptions(targetFormat),
            source, target],
            isSynced ? () => HostSync.File(target) : null);
    }

    internal Contender Fkit((string Name, string Path) tool)
    {
        var target = _products.Next();
        IEnumerable<string> sync = isSynced ? [] : ["--no-sync"];
        return Contender(
            tool.Name, target,
            [tool.Path, "convert", "-f", sourceFormat, "-O", targetFormat, .. sync, source, target], null);
    }

    /// <inheritdoc cref="Products.VerifyAndDelete"/>
    internal void VerifyAndDelete() => _products.VerifyAndDelete();

    private Contender Contender(string name, string target, string[] command, Action? afterwards) =>
        new(name, () =>
        {
            File.Delete(target);
            return ChildProcess.Run(command, folder.File("output.txt"), afterwards);
        });
}
