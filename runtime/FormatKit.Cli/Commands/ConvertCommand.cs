using System.CommandLine;
using System.Diagnostics;
using FormatKit.Cli.Output;
using FormatKit.Disks;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Commands;

/// <summary>A guest's disk from one file into another.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private readonly Argument<string> _source =
        Choices.File("IN", "The image to read; - is a raw disk on standard input");
    private readonly Argument<string> _target =
        Choices.File("OUT", "The image to make; - is a raw disk on standard output. A file of this name is replaced");

    private readonly Option<string?> _sourceFormat = Choices.Format("The format of IN");
    private readonly Option<string> _targetFormat =
        new("-O", "--target-format") { Description = "The format of OUT", HelpName = "FORMAT", Required = true };

    private readonly Option<string[]> _options = Choices.CreateOptions();
    private readonly Option<string[]> _open = Choices.OpenOptions();
    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<bool> _forceShare = Choices.ForceShare();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _progress = Choices.Progress();
    private readonly Option<bool> _noSync = Choices.NoSync();
    private readonly Option<int> _workers = Choices.Workers();

    public ConvertCommand(ToolHost host)
        : base(
            host, "convert", "Copy a disk into a new image of another format.",
            "convert [-f FORMAT] -O FORMAT [-o KEY=VALUE]… [--open KEY=VALUE]… [-m N] [-p] [-q] [-U] [--no-sync] "
            + "IN OUT")
    {
        Arguments.Add(_source);
        Arguments.Add(_target);
        foreach (var option in (ReadOnlySpan<Option>)
            [
                _sourceFormat, _targetFormat, _options, _open, _allowDir, _forceShare, _quiet, _progress, _noSync,
                _workers,
            ])
        {
            Options.Add(option);
        }
    }

    protected override int Run(ParseResult parsed)
    {
        var sourcePath = parsed.GetRequiredValue(_source);
        var target = new Target(
            parsed.GetRequiredValue(_target), Choices.RequiredFormat(parsed.GetRequiredValue(_targetFormat)),
            [.. parsed.GetValue(_options) ?? []], !parsed.GetValue(_noSync));
        var run = new Conversion(
            Host, target, Choices.WorkersOf(parsed.GetValue(_workers)), parsed.GetValue(_quiet));
        var options = new ImageOpenOptions
        {
            Format = Choices.FormatOf(parsed.GetValue(_sourceFormat)),
            ForceShare = parsed.GetValue(_forceShare),
            Options = OptionValues.Parse(parsed.GetValue(_open) ?? []),
            Gate = Choices.GateOf(parsed.GetValue(_allowDir)),
        };
        target.RefuseWrong();
        if (sourcePath != Choices.StandardStream)
        {
            run.FromFile(sourcePath, options);
            return ExitCode.Success;
        }

        if (options.Format is { } format && format != ImageFormats.Raw)
        {
            throw new UsageException($"- is a raw disk, not {format.Name}.");
        }

        var isSaidToBeRaw = options.Format is not null;
        options = options with { Format = ImageFormats.Raw };
        if (Host.InputPath() is { } path)
        {
            using (var input = HostStore.Open(path, FileOpenOptions.ForReadingUnlocked))
            {
                run.WarnUnless(isSaidToBeRaw, input);
            }

            run.FromFile(path, options);
        }
        else
        {
            run.FromPipe(options, isSaidToBeRaw);
        }

        return ExitCode.Success;
    }

    /// <summary>What is to be made.</summary>
    private sealed record Target(string Path, ImageFormat Format, IReadOnlyList<string> Options, bool Sync)
    {
        public bool IsStream => Path == Choices.StandardStream;

        public TargetImage Create(long length) =>
            TargetImage.Create(Path, Format, length, OptionValues.Parse(Options), Sync);

        /// <summary>Tries the format and its options in memory, so that nothing is read or made for nothing.</summary>
        public void RefuseWrong()
        {
            if (IsStream && Format != ImageFormats.Raw)
            {
                throw new UsageException($"- takes a raw disk only, not {Format.Name}.");
            }

            const int Smallest = 512;
            try
            {
                Format.Create(new MemoryStore(Path), Smallest, OptionValues.Parse(Options));
            }
            catch (ImageException)
            {
                // The options are possible, but not with this size: of the real one nothing is known yet.
            }
        }
    }

    private sealed class Conversion(ToolHost host, Target target, int workers, bool isQuiet)
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        public void FromFile(string path, ImageOpenOptions options)
        {
            if (!target.IsStream)
            {
                TargetImage.RefuseSame(path, target.Path);
            }

            using var source = Choices.OpenImage(host, path, options, isQuiet);
            foreach (var layer in target.IsStream ? [] : source.Layers())
            {
                TargetImage.RefuseSame(layer.Name, target.Path);
            }

            FromImage(source);
        }

        /// <summary>How long a pipe is, shows only at its end. A raw target is the file it was spooled into; for
        /// another format a sparse file beside the target keeps the disk meanwhile.</summary>
        public void FromPipe(ImageOpenOptions options, bool isSaidToBeRaw)
        {
            if (target.IsStream)
            {
                Done(Spool.PassOn(host, isQuiet));
                return;
            }

            TargetImage.RefuseProtected(target.Path);
            var isTarget = target.Format == ImageFormats.Raw;
            using var file = isTarget ? PendingFile.Create(target.Path) : BesideTarget();
            var length = Spool.Fill(host, file.Store, isQuiet);
            WarnUnless(isSaidToBeRaw, file.Store);
            if (isTarget)
            {
                file.Commit(target.Sync);
                Done(length);
                return;
            }

            using var source = DiskImage.Open(file.Store, options);
            FromImage(source);
        }

        /// <summary>Standard input is a raw disk, whatever its guest wrote there; whoever meant an image hears of
        /// it.</summary>
        public void WarnUnless(bool isSaidToBeRaw, ByteStore input)
        {
            var looks = isSaidToBeRaw || isQuiet
                ? null
                : ImageFormats.All.FirstOrDefault(format => format != ImageFormats.Raw && format.Probe(input));
            if (looks is not null)
            {
                host.Say($"warning: what is on standard input looks like {looks.Name}; it is taken as a raw disk. To "
                    + "convert the image in it, name it as a file; '-f raw' silences this.");
            }
        }

        private PendingFile BesideTarget()
        {
            // A target that cannot be is refused now, not when the pipe has ended.
            PendingFile.Create(target.Path).Dispose();
            return PendingFile.Create($"{target.Path}.{Path.GetRandomFileName()}");
        }

        private void FromImage(DiskImage source)
        {
            if (target.IsStream)
            {
                Progress.Show(host, "converting", source.Length, isQuiet, progress =>
                {
                    GuestCopy.ToStream(source, 0, source.Length, host.Output, host.Cancellation, progress);
                    return 0;
                });
            }
            else
            {
                Copy(source);
            }

            Done(source.Length);
        }

        private void Copy(DiskImage source)
        {
            using var made = target.Create(source.Length);
            if (!isQuiet)
            {
                Choices.WarnOfLength(host, source.Length, made.Image.Length);
            }

            try
            {
                Progress.Show(host, "converting", source.Length, isQuiet, progress =>
                {
                    var options = new ConvertOptions { Workers = workers, Progress = progress };
                    ConvertOperation.Run(source, made.Image, options, host.Cancellation);
                    return 0;
                });
                host.Cancellation.ThrowIfCancellationRequested();
                made.Commit();
            }
            catch when (made.IsInPlace)
            {
                host.Say($"{target.Path}: the device is left with part of the disk.");
                throw;
            }
        }

        private void Done(long length) => Progress.Done(host, "converted", length, _watch, isQuiet);
    }
}
