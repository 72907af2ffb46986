using System.Globalization;
using FormatKit.Benchmarks.Processes;
using FormatKit.Disks.Storage;

namespace FormatKit.Benchmarks.Huge;

/// <summary>fkit and qemu-img create and open a disk as large as it gets: its tables must cost next to nothing.
/// </summary>
internal static class HugeRun
{
    internal static int Run(CommandLine options)
    {
        var size = options.Size("--size", 60L << 40);
        var rounds = options.Number("--rounds", 9);
        var format = options.Text("--format") ?? "vmdk";
        var parent = options.Text("--folder");
        var tools = Tools.Fkit(options);
        options.RefuseRest();

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        List<(string Name, string Path)> all = [(Tools.QemuImg, Tools.QemuImg), .. tools];
        string Image(int index) => folder.File($"huge{index}.{format}");

        Comparison.Run($"create {size >> 40} TiB, {format}", rounds, [.. all.Select((tool, index) => new Contender(
            tool.Name, () =>
            {
                File.Delete(Image(index));
                IEnumerable<string> more = index == 0 ? Tools.QemuOptions(format) : [];
                return ChildProcess.Run(
                    [tool.Path, "create", "-f", format, .. more, Image(index), $"{size}"], folder.File("output.txt"));
            }))]);
        for (var index = 0; index < all.Count; index++)
        {
            PrintSize(all[index].Name, Image(index));
        }

        foreach (var (maker, index) in ((string, int)[])[(all[0].Name, 0), (all[1].Name, 1)])
        {
            Comparison.Run($"info, made by {maker}", rounds, [.. all.Select(tool => new Contender(
                tool.Name,
                () => ChildProcess.Run([tool.Path, "info", "-f", format, Image(index)], folder.File("output.txt"))))]);
        }

        return 0;
    }

    private static double MiB(long bytes) => bytes / 1048576.0;

    private static void PrintSize(string maker, string path)
    {
        using var store = FileStore.Open(path, FileOpenOptions.ForReading);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {maker,-34} {MiB(store.Length),9:0.0} MiB long, {MiB(store.AllocatedBytes):0.0} MiB of blocks"));
    }
}
