using System.CommandLine;
using FormatKit.Cli.Output;

namespace FormatKit.Cli.Commands;

/// <summary>A declaration in the language of another tool; without a name, which declarations there are.</summary>
internal sealed class SchemaCommand : ToolCommand
{
    private static readonly (string Name, SchemaLanguage Language)[] Languages =
    [
        ("ksy", SchemaLanguage.Kaitai),
        ("hexpat", SchemaLanguage.Hexpat),
        ("md", SchemaLanguage.Markdown),
        ("json", SchemaLanguage.Json),
        ("lua", SchemaLanguage.Lua),
    ];

    private readonly Option<string> _as = new("--as")
    {
        Description = "ksy: Kaitai Struct; hexpat: a pattern for ImHex; md: tables of fields; json: the field table; "
            + "lua: a dissector for Wireshark.",
        HelpName = "LANGUAGE",
        DefaultValueFactory = _ => "md",
    };

    private readonly Option<string?> _assembly = new("--assembly")
    {
        Description = "Look for the type in this assembly instead of the tool's own formats. It is loaded: its code "
            + "can run.",
        HelpName = "FILE",
    };

    private readonly Argument<string?> _type = new("TYPE")
    {
        Description = "The name of a layout or record, such as VhdFooter or PngFile; without it they are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public SchemaCommand(ToolHost host)
        : base(
            host, "schema", "Export a declaration to the language of another tool.",
            "schema [--as ksy|hexpat|md|json|lua] [--assembly FILE] [TYPE]")
    {
        _as.AcceptOnlyFromAmong([.. Languages.Select(language => language.Name)]);
        Options.Add(_as);
        Options.Add(_assembly);
        Arguments.Add(_type);
    }

    protected override int Run(ParseResult parsed)
    {
        var formats = parsed.GetValue(_assembly) is { } file ? DeclaredFormats.In(file) : DeclaredFormat.Known;
        if (parsed.GetValue(_type) is not { } name)
        {
            foreach (var format in formats)
            {
                Host.Text.WriteLine(OneLine.Of($"{format.Name,-20} {format.Size,12}  {format.Source}"));
            }

            return ExitCode.Success;
        }

        var found = formats.FirstOrDefault(format => format.Name == name)
            ?? formats.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(
                $"there is no declaration named '{name}'; there are "
                + string.Join(", ", formats.Select(format => format.Name)));
        var language = Languages.First(language => language.Name == parsed.GetValue(_as)).Language;
        Host.Text.Write(found.SchemaIn(language));
        return ExitCode.Success;
    }
}
