using FormatKit.Benchmarks.Conversion;
using FormatKit.Benchmarks.Layouts;

namespace FormatKit.Benchmarks;

/// <summary>Measures; see the usage text for what.</summary>
internal static class Program
{
    private const string Usage = """
        layouts [--short] [--only CLASS]
            Views, validation and sealing of VHD structures against hand-written code and BinarySerializer. Fails when
            a benchmark that must not allocate does.
        convert [--size 2G] [--rounds 5] [--folder DIR] [--fkit FILE]
            fkit and qemu-img in turn on the same half-zero disk, raw to vhd and vhd to raw, unsynced and synced.
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
                "convert" => ConvertRun.Run(options),
                "startup" => StartupRun.Run(options),
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
