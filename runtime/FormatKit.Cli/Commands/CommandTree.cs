using System.CommandLine;

namespace FormatKit.Cli.Commands;

/// <summary>The commands. Making one costs time at each start, so where the arguments name one, only that one is
/// made.</summary>
internal static class CommandTree
{
    public const string Usage =
        "fkit info|map|dissect|create|snapshot|relink|rebase|resize|commit|compact|convert|compare|check|read|write|"
        + "formats|schema … (fkit COMMAND --help says more)";

    private static readonly (string Name, Func<ToolHost, ToolCommand> Make)[] Commands =
    [
        ("info", host => new InfoCommand(host)),
        ("map", host => new MapCommand(host)),
        ("dissect", host => new DissectCommand(host)),
        ("create", host => new CreateCommand(host)),
        ("snapshot", host => new SnapshotCommand(host)),
        ("relink", host => new RelinkCommand(host)),
        ("rebase", host => new RebaseCommand(host)),
        ("resize", host => new ResizeCommand(host)),
        ("commit", host => new CommitCommand(host)),
        ("compact", host => new CompactCommand(host)),
        ("convert", host => new ConvertCommand(host)),
        ("compare", host => new CompareCommand(host)),
        ("check", host => new CheckCommand(host)),
        ("read", host => new ReadCommand(host)),
        ("write", host => new WriteCommand(host)),
        ("formats", host => new FormatsCommand(host)),
        ("schema", host => new SchemaCommand(host)),
    ];

    public static RootCommand For(IReadOnlyList<string> arguments, ToolHost host)
    {
        var root = new RootCommand("Virtual disks, and the structures they are made of.");
        var named = Commands.Where(command => arguments.Count > 0 && command.Name == arguments[0]).ToArray();
        foreach (var (_, make) in named.Length > 0 ? named : Commands)
        {
            root.Subcommands.Add(make(host));
        }

        return root;
    }
}
