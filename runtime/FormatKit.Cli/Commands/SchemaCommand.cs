using System.CommandLine;
using FormatKit.Cli.Output;
using FormatKit.Formats;

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
        Description = "ksy: Kaitai Struct; hexpat: a pattern for ImHex; md: tables of offsets; json: the field table; "
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
        Description = "The name of a declaration, such as VhdFooter; without it they are listed.",
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
        var layouts = parsed.GetValue(_assembly) is { } file ? DeclaredLayouts.In(file) : KnownLayouts.All;
        if (parsed.GetValue(_type) is not { } name)
        {
            foreach (var layout in layouts)
            {
                var source = layout.Spec ?? layout.Doc;
                Host.Text.WriteLine(OneLine.Of($"{layout.Name,-20} {layout.Size,6} bytes  {source}"));
            }

            return ExitCode.Success;
        }

        var found = layouts.FirstOrDefault(layout => layout.Name == name)
            ?? layouts.FirstOrDefault(layout => layout.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(
                $"there is no declaration named '{name}'; there are "
                + string.Join(", ", layouts.Select(layout => layout.Name)));
        var language = Languages.First(language => language.Name == parsed.GetValue(_as)).Language;
        Host.Text.Write(Schema.Of(found, language));
        return ExitCode.Success;
    }
}
