using System.Text.Json;
using FormatKit.Testing.Tests.Kinds;

namespace FormatKit.Interop.Tests.Schemas;

/// <summary>What the exports say of a record that no judge reads.</summary>
public sealed class RecordSchemaTests
{
    [Fact]
    public void Tables_say_how_much_there_is_and_when()
    {
        var rows = Schema.Of(Records.InfoOf<ExportedRecord>(), SchemaLanguage.Markdown).Split('\n');

        Assert.Contains("# ExportedRecord", rows);
        Assert.Contains("|  | ExportedPart: InnerLength bytes, less 2 | Inner |", Starts(rows));
        Assert.Contains("|  | s16: ListLength bytes | List |", Starts(rows));
        Assert.Contains("| 3 | u24 | Wide (count) |", Starts(rows));
        Assert.Contains("| 9 | s24: 3 elements | Narrow |", Starts(rows));
        Assert.Contains("There in one kind; there when Kind = Second (7) |", Ends(rows));
        Assert.Contains("There in a version; there when Version = -3 |", Ends(rows));
        Assert.Contains("Values of Kind: 1 First, 7 Second, 9 Nested.", rows);
        Assert.Contains("## ExportedPart", rows);
    }

    [Fact]
    public void Rules_in_CSharp_are_remarks()
    {
        var rules = Records.InfoOf<EveryRecord>().Rules;

        var rows = Schema.Of(Records.InfoOf<EveryRecord>(), SchemaLanguage.Markdown);
        var json = JsonElement.Parse(Schema.Of(Records.InfoOf<EveryRecord>(), SchemaLanguage.Json));

        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Contains($"\nRule: {rule.Text}", rows, StringComparison.Ordinal));
        Assert.Equal(
            rules.Select(rule => rule.Text),
            json.GetProperty("records")[0].GetProperty("rules").EnumerateArray()
                .Select(rule => rule.GetProperty("text").GetString()!));
    }

    [Fact]
    public void Json_names_every_type_that_it_refers_to()
    {
        var json = JsonElement.Parse(Schema.Of(Records.InfoOf<EveryRecord>(), SchemaLanguage.Json));

        var names = json.GetProperty("records").EnumerateArray().Concat(json.GetProperty("layouts").EnumerateArray())
            .Select(type => type.GetProperty("name").GetString()).ToHashSet();
        var used = json.GetProperty("records").EnumerateArray()
            .SelectMany(record => record.GetProperty("fields").EnumerateArray())
            .Where(field => field.TryGetProperty("record", out _))
            .Select(field => field.GetProperty("record").GetString());
        Assert.NotEmpty(used);
        Assert.Subset(names, used.ToHashSet());
    }

    [Fact]
    public void A_pattern_has_a_condition_for_what_is_there_now_and_then()
    {
        var pattern = Schema.Of(Records.InfoOf<ExportedRecord>(), SchemaLanguage.Hexpat);

        Assert.Contains("\n    if (u64(Kind) == 0x0007) {\n        u48 WhenSecond", pattern, StringComparison.Ordinal);
        Assert.Contains("\n    if ((u64(Version) & 0xff) == 0xfd) {\n", pattern, StringComparison.Ordinal);
        Assert.Contains("\n    u64 _Inner_end = $ + u64(InnerLength) - 2;\n", pattern, StringComparison.Ordinal);
        Assert.Contains("\n    $ = _Inner_end;\n", pattern, StringComparison.Ordinal);
        Assert.Contains("\n    padding[(4 - ($ - _start) % 4) % 4];\n", pattern, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_holds_itself_is_declared_once()
    {
        var pattern = Schema.Of(Records.InfoOf<ExportedRecord>(), SchemaLanguage.Hexpat);

        Assert.Equal(2, pattern.Split("\nstruct ExportedRecord {\n").Length);
        Assert.Contains("\n        ExportedRecord Within", pattern, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_language_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Schema.Of(Records.InfoOf<ExportedRecord>(), (SchemaLanguage)9));

    /// <summary>The rows without what they mean.</summary>
    private static IEnumerable<string> Starts(IEnumerable<string> rows) =>
        rows.Where(row => row.Count(character => character == '|') > 4)
            .Select(row => string.Join('|', row.Split('|')[..4]) + "|");

    /// <summary>What the rows mean.</summary>
    private static IEnumerable<string> Ends(IEnumerable<string> rows) =>
        rows.Where(row => row.Count(character => character == '|') > 4).Select(row => row.Split("| ")[^1]);
}
