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
                Host.Text.WriteLine(OneLine.Of(Line(format, formats)));
            }

            return ExitCode.Success;
        }

        var found = Find(formats, name);
        var language = Languages.First(language => language.Name == parsed.GetValue(_as)).Language;
        Host.Text.Write(found.SchemaIn(language));
        return ExitCode.Success;
    }

    private static string Line(DeclaredFormat format, IReadOnlyList<DeclaredFormat> all)
    {
        var name = NameAmong(format, all);
        try
        {
            return $"{name,-20} {format.Size,12}  {format.Source}";
        }
        catch (UsageException e)
        {
            return $"{name,-20} {"?",12}  {e.Message}";
        }
    }

    /// <summary>The declaration of a full name, a name, or a name in any case.</summary>
    private static DeclaredFormat Find(IReadOnlyList<DeclaredFormat> formats, string name)
    {
        var found = new[]
        {
            formats.Where(format => format.FullName == name),
            formats.Where(format => format.Name == name),
            formats.Where(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase)),
        }.Select(matches => matches.ToList()).FirstOrDefault(matches => matches.Count > 0);
        return found switch
        {
            [var only] => only,
            null => throw new UsageException(
                $"there is no declaration named '{name}'; there are "
                + string.Join(", ", formats.Select(format => NameAmong(format, formats)))),
            _ => throw new UsageException(
                $"'{name}' may be {string.Join(" or ", found.Select(format => format.FullName))}; say which"),
        };
    }

    private static string NameAmong(DeclaredFormat format, IReadOnlyList<DeclaredFormat> all) =>
        all.Count(other => other.Name == format.Name) > 1 ? format.FullName : format.Name;
}
