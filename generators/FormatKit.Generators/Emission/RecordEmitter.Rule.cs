using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    /// <summary>Asks the rules in C#, once the record is there as a whole.</summary>
    private static void EmitRule(SourceWriter writer, RecordModel record, RecordPlaces places, int index)
    {
        var (self, rule) = (record.Type.Identifier, record.Rules[index]);
        var field = record.Fields[rule.Field];
        var found = field.Condition is null ? Bits(field, $"f{rule.Field}") ?? "0" : "0";
        var call = $"!{self}.{rule.Identifier}({(rule.TakesReference ? "in " : string.Empty)}value)";
        if (rule.Condition is { } condition)
        {
            call = $"{Holds(record, condition, member => $"f{member}")} && {call}";
        }

        var start = places.Start(rule.Field);
        writer.Lines($$"""
            if ({{call}})
            {
                reader.ReportRule<{{self}}>(
                    /* {{rule.Name}} */ {{index}}, /* {{field.Name}} */ {{rule.Field}}, {{start}}, {{found}});
            }

            """);
    }

    private static void EmitRuleTable(SourceWriter writer, RecordModel record)
    {
        if (record.Rules.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Open($"private static {Space}RuleInfo[] Rules => new {Space}RuleInfo[]");
        foreach (var rule in record.Rules)
        {
            var texts = string.Join(
                ", ", new[] { rule.Name, rule.Text, record.Fields[rule.Field].Name, rule.Spec }.Select(Literals.Text));
            var counts = rule.Condition is { } condition
                ? ", " + Condition(condition.Name, condition.Kind, condition.Value)
                : string.Empty;
            writer.Lines($"new({texts}, false, null{counts}),");
        }

        writer.Close("};");
    }
}
