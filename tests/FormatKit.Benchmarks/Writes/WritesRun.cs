using System.Globalization;
using FormatKit.Benchmarks.Processes;

namespace FormatKit.Benchmarks.Writes;

/// <summary>Our library and qemu-io write a little in small pieces, with one flush at the end.</summary>
internal static class WritesRun
{
    internal static int Run(CommandLine options)
    {
        var pattern = options.Text("--pattern") is { } named
            ? Enum.TryParse<WritePattern>(named, ignoreCase: true, out var known)
                ? known
                : throw new ArgumentException($"--pattern {named}: new, allocated or alternating is needed.")
            : WritePattern.New;
        var size = options.Size("--size", pattern == WritePattern.New ? 16L << 30 : 1L << 30);
        var count = options.Number("--count", 2000);
        var rounds = options.Number("--rounds", 5);
        var format = options.Text("--format") ?? "vmdk";
        var reads = options.Has("--read");
        var parent = options.Text("--folder");
        options.RefuseRest();

        using var folder = new WorkFolder(parent);
        Machine.Print(folder);
        Console.WriteLine(
            $"qemu-io -t {WriteCase.OneFlush} flushes when told to, as we do; {WriteCase.NoFlush} never does.");
        var work = new WriteCase(folder, format, pattern, count, size, reads);
        work.MakeEmpty();
        var theirs = work.QemuIo(WriteCase.OneFlush);
        var what = reads ? "reads" : "writes";
        Comparison.Run(
            $"{count} {what} of 4 KiB, {pattern.ToString().ToLowerInvariant()}, {format}", rounds,
            [theirs, work.Ours(), work.QemuIo(WriteCase.NoFlush)]);
        work.VerifyAndDelete();

        var inner = work.InnerSeconds.Skip(1).ToList(); // The first was to warm up.
        var ratio = Comparison.Median(theirs.Costs.Zip(inner, (one, other) => one.Seconds / other));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {"ours without its start",-34} {Comparison.Median(inner),9:0.000} {inner.Min(),7:0.000} "
            + $"{inner.Max(),7:0.000} {"",14}   {ratio:0.00}"));

        var nothing = new WriteCase(folder, format, pattern, 0, size);
        nothing.MakeEmpty();
        Comparison.Run("open and close", rounds, [nothing.QemuIo(WriteCase.OneFlush), nothing.Ours()]);
        nothing.VerifyAndDelete();
        return 0;
    }
}
