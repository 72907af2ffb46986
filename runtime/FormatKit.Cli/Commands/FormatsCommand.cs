using System.CommandLine;
using System.Text.Json;
using FormatKit.Cli.Output;
using FormatKit.Disks.Drivers;

namespace FormatKit.Cli.Commands;

/// <summary>Which formats there are.</summary>
internal sealed class FormatsCommand : ToolCommand
{
    private readonly Option<string> _output = Choices.Output();

    public FormatsCommand(ToolHost host)
        : base(host, "formats", "List the formats, what can be done with each, and their options.",
            "formats [--output human|json]") =>
        Options.Add(_output);

    protected override int Run(ParseResult parsed)
    {
        if (Choices.IsJson(parsed.GetValue(_output)))
        {
            Json.Write(Host, WriteJson);
        }
        else
        {
            WriteText();
        }

        return ExitCode.Success;
    }

    private void WriteText()
    {
        foreach (var format in ImageFormats.All)
        {
            var names = string.Join(", ", format.Aliases.Prepend(format.Name));
            Host.Text.WriteLine($"{names,-12}{format.Description}");
            Host.Text.WriteLine($"{"",-12}can: {string.Join(", ", AbilitiesOf(format))}");
            foreach (var option in format.CreateOptions)
            {
                Host.Text.WriteLine($"{"",-12}-o {option.Name}: {option.Description}");
            }

            foreach (var profile in format.CheckProfiles)
            {
                Host.Text.WriteLine($"{"",-12}check --profile {profile.Name}: {profile.Description}");
            }
        }
    }

    private static void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var format in ImageFormats.All)
        {
            json.WriteStartObject();
            json.WriteString("format", format.Name);
            WriteList(json, "aliases", format.Aliases);
            json.WriteString("description", format.Description);
            WriteList(json, "abilities", AbilitiesOf(format));
            json.WriteStartObject("create-options");
            foreach (var option in format.CreateOptions)
            {
                json.WriteString(option.Name, option.Description);
            }

            json.WriteEndObject();
            json.WriteStartObject("check-profiles");
            foreach (var profile in format.CheckProfiles)
            {
                json.WriteString(profile.Name, profile.Description);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> AbilitiesOf(ImageFormat format) =>
        Enum.GetValues<FormatAbilities>()
            .Where(ability => ability != FormatAbilities.None && format.Abilities.HasFlag(ability))
            .Select(ability => ability.ToString().ToLowerInvariant());
}
