using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    /// <summary>The interfaces of rules over another layout, one for each.</summary>
    private static string PairInterfaces(LayoutModel layout) => string.Concat(Others(layout).Select(other =>
        $"\n      global::FormatKit.IPairRules<{layout.Type.Identifier}, {other}>,"));

    private static IEnumerable<string> Others(LayoutModel layout) =>
        layout.Rules.Select(rule => rule.OtherType).OfType<string>().Distinct();

    private static void EmitRuleMethods(SourceWriter writer, LayoutModel layout)
    {
        for (var index = 0; index < layout.Rules.Count; index++)
        {
            if (layout.Rules[index].OtherType is null)
            {
                EmitRule(writer, layout.Type, layout.Rules[index], index, "in value");
            }
        }
    }

    private static void EmitPairRules(SourceWriter writer, LayoutModel layout)
    {
        foreach (var other in Others(layout))
        {
            var self = layout.Type.Identifier;
            writer.Line();
            writer.Open($"""
                {Retired(layout)}static int global::FormatKit.IPairRules<{self}, {other}>.ValidatePair<TSink>(
                    in {self} value, in {other} other, ref TSink sink)
                """);
            writer.Lines("var broken = 0;");
            for (var index = 0; index < layout.Rules.Count; index++)
            {
                if (layout.Rules[index].OtherType == other)
                {
                    EmitRule(writer, layout.Type, layout.Rules[index], index, "in value, in other");
                }
            }

            writer.Lines("return broken;");
            writer.Close();
        }
    }

    private static void EmitRule(SourceWriter writer, TypeModel type, RuleModel rule, int index, string arguments)
    {
        var call = $"{type.Identifier}.{rule.Identifier}({arguments})";
        var holds = rule.Condition is { } condition ? $"!({condition.On("value")}) || {call}" : call;
        writer.Lines($"""
            broken += global::FormatKit.FieldRules.ExpectRule<{type.Identifier}, TSink>(
                in value, /* {rule.Name} */ {index}, /* {rule.Field} */ {rule.FieldIndex}, {holds}, ref sink);
            """);
    }

    private static string RulesInfo(LayoutModel layout) =>
        layout.Rules.Count == 0 ? string.Empty : ",\n    rules: Rules";

    private static void EmitRuleTable(SourceWriter writer, LayoutModel layout)
    {
        if (layout.Rules.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Open("private static global::FormatKit.RuleInfo[] Rules => new global::FormatKit.RuleInfo[]");
        foreach (var rule in layout.Rules)
        {
            var texts = string.Join(
                ", ", new[] { rule.Name, rule.Text, rule.Field, rule.Spec }.Select(Literals.Text));
            var condition = rule.Condition is { } counts ? $", {ConditionInfo(counts)}" : string.Empty;
            writer.Lines(
                $"new({texts}, {Literals.Bool(rule.IsStrict)}, {Literals.Text(rule.OtherName)}{condition}),");
        }

        writer.Close("};");
    }
}
