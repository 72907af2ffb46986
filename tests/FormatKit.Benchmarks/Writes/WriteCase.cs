using System.Globalization;
using FormatKit.Benchmarks.Conversion;
using FormatKit.Benchmarks.Processes;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Benchmarks.Writes;

/// <summary>The same writes into copies of the same image, by each tool into a copy of its own; or reads of the same
/// places.</summary>
internal sealed class WriteCase(
    WorkFolder folder, string format, WritePattern pattern, int count, long size, bool reads = false)
{
    /// <summary>qemu-io's "writeback": a write is done when the system has it, and <c>flush</c> flushes. Without a mode
    /// qemu-io flushes after each write.</summary>
    internal const string OneFlush = "writeback";

    /// <summary>qemu-io's "unsafe": nothing is ever flushed, whatever asks for it.</summary>
    internal const string NoFlush = "unsafe";

    private readonly Products _products = new(folder, format);
    private readonly string _empty = folder.File($"{pattern} {count}");

    /// <summary>Seconds from opening to closing, without the start of the process, of each counted run.</summary>
    internal List<double> InnerSeconds { get; } = [];

    internal void MakeEmpty()
    {
        ChildProcess.Run(
            [Tools.QemuImg, "create", "-f", format, .. Tools.QemuOptions(format), _empty, $"{size}"],
            folder.File("output.txt"));
        using var image = DiskImage.Open(
            _empty, new ImageOpenOptions { Writable = true, Format = ImageFormats.Find(format) });
        new SmallWrites(pattern, count, size).Prepare(image);
    }

    internal Contender QemuIo(string cacheMode)
    {
        var commands = new SmallWrites(pattern, count, size).Checked().All()
            .Select(write => reads
                ? $"read -q {write.Offset} {SmallWrites.Length}"
                : $"write -q -P {write.Pattern} {write.Offset} {SmallWrites.Length}")
            .Append("flush");
        var image = _products.Next();
        return Contender($"qemu-io, {cacheMode}", image, [
            Tools.QemuIo, "-f", format, "-t", cacheMode,
            .. count == 0 ? [] : commands.SelectMany(command => new[] { "-c", command }), image]);
    }

    internal Contender Ours()
    {
        var image = _products.Next();
        var worker = Contender("FormatKit.Disks", image, [
            Environment.ProcessPath!, WriteWorker.Command, "--count", $"{count}", "--format", format,
            "--pattern", $"{pattern}", "--image", image, .. reads ? ["--read"] : Array.Empty<string>()]);
        return new Contender(worker.Name, () =>
        {
            var cost = worker.Run();
            InnerSeconds.Add(double.Parse(File.ReadAllText(folder.File("output.txt")), CultureInfo.InvariantCulture));
            return cost;
        });
    }

    /// <inheritdoc cref="Products.VerifyAndDelete"/>
    internal void VerifyAndDelete() => _products.VerifyAndDelete();

    private Contender Contender(string name, string image, string[] command) => new(name, () =>
    {
        File.Copy(_empty, image, overwrite: true);
        HostSync.File(image);
        return ChildProcess.Run(command, folder.File("output.txt"));
    });
}
