using System.Diagnostics;
using System.Globalization;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Benchmarks.Writes;

/// <summary>This program as a tool that does the writes or reads and nothing else, a process like qemu-io.</summary>
internal static class WriteWorker
{
    internal const string Command = "write-worker";

    /// <summary>Opens, writes, flushes once, closes; prints the seconds from opening to after closing.</summary>
    internal static int Run(CommandLine options)
    {
        var count = int.Parse(options.Text("--count")!, CultureInfo.InvariantCulture);
        var format = ImageFormats.Find(options.Text("--format")!);
        var pattern = Enum.Parse<WritePattern>(options.Text("--pattern")!);
        var path = options.Text("--image")!;
        var reads = options.Has("--read");
        options.RefuseRest();

        var watch = Stopwatch.StartNew();
        using (var image = DiskImage.Open(path, new ImageOpenOptions { Writable = true, Format = format }))
        {
            var bytes = new byte[SmallWrites.Length];
            foreach (var (offset, value) in new SmallWrites(pattern, count, image.Length).All())
            {
                if (reads)
                {
                    image.Read(bytes, offset);
                    continue;
                }

                bytes.AsSpan().Fill(value);
                image.Write(bytes, offset);
            }

            image.Flush();
        }

        Console.WriteLine(watch.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
