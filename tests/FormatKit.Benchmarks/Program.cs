using FormatKit.Benchmarks.Catalogs;
using FormatKit.Benchmarks.Chains;
using FormatKit.Benchmarks.Conversion;
using FormatKit.Benchmarks.Generation;
using FormatKit.Benchmarks.Huge;
using FormatKit.Benchmarks.Layouts;
using FormatKit.Benchmarks.Opening;
using FormatKit.Benchmarks.Reads;
using FormatKit.Benchmarks.Writes;

namespace FormatKit.Benchmarks;

/// <summary>Measures; see the usage text for what.</summary>
internal static class Program
{
    private const string Usage = """
        layouts [--short] [--only CLASS,CLASS]
            Views, validation and sealing of VHD and VMDK structures against hand-written code and BinarySerializer.
            Fails when a benchmark that must not allocate does.
        records [--short] [--only CLASS]
            Reading and writing a record with a counted array, texts, conditions, variants and a checksum against
            hand-written code. Fails when a benchmark that must not allocate does.
        generator [--count 1000] [--rounds 5] [--example FILE] [--no-compiler]
            The generators' own time over declarations of 15 fields: for all, when nothing and when one of them was
            edited; and beside it the compiler's, over the same properties alone and with the output.
        convert [--format vmdk|vpc] [--size 2G] [--rounds 5] [--folder DIR] [--fkit FILE]
            fkit and qemu-img in turn on the same half-zero disk, raw to the format and back, unsynced and synced.
        writes [--read] [--format vmdk|vpc] [--pattern new|allocated|alternating] [--size 16G] [--count 2000]
               [--rounds 5] [--folder DIR]
            Our library and qemu-io in turn, each a process: writes of 4 KiB and one flush at the end; or reads.
        threads [--format vpc|vmdk] [--size 1G] [--count 200000] [--rounds 9] [--folder DIR]
            Writes of 4 KiB by one and by two threads, each in blocks of its own, to raw and to the format.
        chain [--depth 20] [--size 256M] [--count 200000] [--rounds 9] [--folder DIR]
            Random reads of 4 KiB through a chain of VHDs and of one image with the same content in turn.
        commit [--size 512M] [--rounds 7] [--folder DIR] [--fkit FILE]
            fkit commit of a full child, and cp of its file, in turn.
        open [--size 2040G] [--rounds 15] [--folder DIR]
            Opening and checking a dynamic VHD in this process, with an empty and with full tables.
        reads [--format vmdk|vpc] [--size 1G] [--count 400000] [--rounds 9] [--folder DIR]
            Random reads of 4 KiB of a full image, of a raw one and of the plain file in turn, by one and two threads.
        huge [--format vmdk|vpc] [--size 60T] [--rounds 9] [--folder DIR] [--fkit FILE]
            fkit and qemu-img in turn create and open a disk of 60 TiB: time, memory, file length and blocks.
        startup [--rounds 20] [--folder DIR] [--fkit FILE]
            What a command costs before it does anything, fkit and qemu-img in turn.
        """;

    private static int Main(string[] arguments)
    {
        try
        {
            var options = new CommandLine(arguments.Skip(1));
            return arguments.FirstOrDefault() switch
            {
                "layouts" => LayoutRun.Run(options),
                "records" => CatalogRun.Run(options),
                "generator" => GeneratorRun.Run(options),
                "convert" => ConvertRun.Run(options),
                "writes" => WritesRun.Run(options),
                "threads" => ThreadedWrites.Run(options),
                "chain" => ChainRun.Run(options),
                "commit" => CommitRun.Run(options),
                "open" => OpenRun.Run(options),
                "reads" => ReadsRun.Run(options),
                "huge" => HugeRun.Run(options),
                "startup" => StartupRun.Run(options),
                WriteWorker.Command => WriteWorker.Run(options),
                _ => throw new ArgumentException(Usage),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidOperationException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }
}
