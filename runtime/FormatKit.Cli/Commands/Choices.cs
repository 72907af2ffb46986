using System.CommandLine;
using FormatKit.Cli.Output;
using FormatKit.Disks;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Cli.Commands;

/// <summary>Options that several commands have, in qemu-img's words, and what their values mean.</summary>
internal static class Choices
{
    public const string StandardStream = "-";

    public static Argument<string> File(string name = "FILE", string description = "The image file or block device") =>
        new(name) { Description = description };

    public static Option<string?> Format(string description = "Its format; by itself it is told from the content") =>
        new("-f", "--format") { Description = description, HelpName = "FORMAT" };

    public static Option<bool> ForceShare() => new("-U", "--force-share")
    {
        Description = "Read even while someone writes to the file; what is read may be half written",
    };

    public static Option<string[]> OpenOptions() => new("--open")
    {
        Description = "An option for opening, such as size=chs of vpc",
        HelpName = "KEY=VALUE",
    };

    public static Option<string?> Backing(string description = "The parent") =>
        new("-b", "--backing") { Description = description, HelpName = "PARENT" };

    public static Option<string?> BackingFormat() => new("-F", "--backing-format")
    {
        Description = "The parent's format; by itself it is told from the content, and raw must be said",
        HelpName = "FORMAT",
    };

    public static Option<string[]> AllowDir() => new("--allow-dir")
    {
        Description = "A folder whose files an image may name as its parents; by itself only those in its own folder "
            + "and below it",
        HelpName = "DIR",
    };

    /// <summary>An empty name, as of a variable that is not set, would stand for the working directory.</summary>
    public static OpenGate GateOf(string[]? folders) =>
        folders is not { Length: > 0 } ? OpenGate.OwnFolder
        : folders.Contains("") ? throw new UsageException("--allow-dir has no folder, but an empty name.")
        : OpenGate.Allowing(folders);

    public static Option<string[]> CreateOptions() => new("-o", "--options")
    {
        Description = "An option for creating, such as subformat=fixed of vpc; 'fkit formats' lists them",
        HelpName = "KEY=VALUE",
    };

    public static Option<bool> Quiet() => new("-q", "--quiet") { Description = "Say nothing but errors" };

    public static Option<bool> Progress() => new("-p", "--progress")
    {
        Description = "Show progress; on a terminal it is shown anyway",
    };

    public static Option<bool> NoSync() => new("--no-sync")
    {
        Description = "Do not wait until the result would survive a loss of power",
    };

    public static Option<int> Workers() => new("-m", "--workers")
    {
        Description = "How many threads work; by itself one a processor",
        HelpName = "N",
    };

    public static Option<string> Output() => new("--output")
    {
        Description = "human or json",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "human",
    };

    public static bool IsJson(string? output) => output switch
    {
        null or "human" => false,
        "json" => true,
        _ => throw new UsageException($"--output {output} is not possible; it can be human or json."),
    };

    public static ImageFormat? FormatOf(string? name) => name is null ? null : RequiredFormat(name);

    public static ImageFormat RequiredFormat(string name) => ImageFormats.Find(name)
        ?? throw new UsageException($"there is no format '{name}'; there are {string.Join(", ", Names())}.");

    public static long SizeOf(string option, string text) => ByteSize.TryParse(text, out var size)
        ? size
        : throw new UsageException($"{option} '{text}' is not a size; sizes are like 512, 64K, 1.5G, 2T.");

    public static int WorkersOf(int count) => count is >= 0 and <= 64
        ? count
        : throw new UsageException($"-m {count} is not possible; it can be 1 to 64.");

    /// <summary>Opens an image and passes on the warnings of it and its parents.</summary>
    public static DiskImage OpenImage(ToolHost host, string path, ImageOpenOptions options, bool isQuiet = false)
    {
        var image = DiskImage.Open(path, options);
        if (!isQuiet)
        {
            SayWarnings(host, image);
        }

        return image;
    }

    /// <summary>Opens a disk that is to be the parent of another. A raw one must be said to be raw: its guest may have
    /// written any format's magic into it.</summary>
    public static DiskImage OpenParent(
        ToolHost host, string path, string formatOption, string? format, OpenGate gate, bool isQuiet)
    {
        var options = new ImageOpenOptions { Format = FormatOf(format), Gate = gate };
        var parent = OpenImage(host, path, options, isQuiet);
        try
        {
            RefuseUntold(path, formatOption, options.Format, parent.Format);
            return parent;
        }
        catch
        {
            parent.Dispose();
            throw;
        }
    }

    /// <summary>Refuses what is taken for raw only because no format was told from its content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="formatOption">The option that says its format.</param>
    /// <param name="said">The format that was said; null for none.</param>
    /// <param name="told">The format that it is taken for.</param>
    public static void RefuseUntold(string path, string formatOption, ImageFormat? said, ImageFormat told)
    {
        if (said is null && told == ImageFormats.Raw)
        {
            throw new UsageException(
                $"no format was told from the content of {path}; say '{formatOption} raw' if it is a raw disk.");
        }
    }

    private static void SayWarnings(ToolHost host, DiskImage image)
    {
        foreach (var layer in image.Layers())
        {
            foreach (var warning in layer.Warnings)
            {
                host.Say($"warning: {layer.Name}: {warning.TrimEnd('.')}.");
            }
        }
    }

    /// <summary>Says so when an option has changed the size of a new disk.</summary>
    public static void WarnOfLength(ToolHost host, long wanted, long made)
    {
        if (made != wanted)
        {
            host.Say($"warning: the options want a larger disk than {wanted} bytes: it gets {made}, the last "
                + $"{made - wanted} of them zeros.");
        }
    }

    private static IEnumerable<string> Names() => ImageFormats.All.Select(format =>
        format.Aliases.Count == 0 ? format.Name : $"{format.Name} ({string.Join(", ", format.Aliases)})");
}
