using System.CommandLine;
using System.Diagnostics;
using FormatKit.Cli.Output;
using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Commands;

/// <summary>What a child has, into its parent.</summary>
internal sealed class CommitCommand : ToolCommand
{
    private readonly Argument<string> _image =
        Choices.File("IMAGE", "The image to merge into its parent; its file is left as it is");

    private readonly Option<string?> _format = Choices.Format("The format of IMAGE");
    private readonly Option<string[]> _children = new("--child")
    {
        Description = "A child of IMAGE that goes on with IMAGE's parent as its own",
        HelpName = "FILE",
    };

    private readonly Option<bool> _delete = new("--delete")
    {
        Description = "Delete IMAGE when all is done and nothing needs it any more",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Go on although other children of the parent will show something else than before",
    };

    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _progress = Choices.Progress();

    public CommitCommand(ToolHost host)
        : base(
            host, "commit", "Merge an image into its parent.",
            "commit [-f FORMAT] [--child FILE]… [--delete] [--force] [--allow-dir DIR]… [-p] [-q] IMAGE")
    {
        Arguments.Add(_image);
        foreach (var option in (ReadOnlySpan<Option>)
            [_format, _children, _delete, _force, _allowDir, _quiet, _progress])
        {
            Options.Add(option);
        }
    }

    protected override int Run(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_image);
        var isQuiet = parsed.GetValue(_quiet);
        var options = new ImageCommitOptions
        {
            Format = Choices.FormatOf(parsed.GetValue(_format)),
            Gate = Choices.GateOf(parsed.GetValue(_allowDir)),
            Children = parsed.GetValue(_children) ?? [],
            Delete = parsed.GetValue(_delete),
            Force = parsed.GetValue(_force),
        };
        var watch = Stopwatch.StartNew();
        using var commit = ImageCommit.Open(path, options, Host.Cancellation);
        Say(isQuiet, commit.Warnings.Select(warning => $"warning: {warning.TrimEnd('.')}."));
        Say(isQuiet, commit.Notes.Select(note => $"note: {note}."));
        var copied = Progress.Show(Host, "merging", commit.Child.Length, isQuiet, progress =>
            commit.Copy(new CommitOptions { Progress = progress }, Host.Cancellation));
        commit.Finish();
        Progress.Done(Host, "merged", copied, watch, isQuiet);
        Say(isQuiet, Report(path, commit, options.Delete));
        return ExitCode.Success;
    }

    private static IEnumerable<string> Report(string path, ImageCommit commit, bool isDeleted)
    {
        foreach (var child in commit.Relinked)
        {
            yield return $"the parent of {child} is now {commit.Parent}";
        }

        foreach (var child in commit.Remaining)
        {
            yield return $"the parent of {child} is still {path}";
        }

        yield return isDeleted ? $"{path} is deleted"
            : commit.Remaining.Count > 0 ? $"{path} is as it was, and is needed"
            : $"{path} is as it was and shows the same as {commit.Parent}; if nothing else needs it, delete it";
    }

    private void Say(bool isQuiet, IEnumerable<string> lines)
    {
        foreach (var line in isQuiet ? [] : lines)
        {
            Host.Say(line);
        }
    }
}
