namespace FormatKit.Testing;

/// <summary>The bytes that the declaration of a record speaks of, each with a name.</summary>
internal static class RecordWords
{
    public static IEnumerable<(string Name, byte[] Bytes)> Of(RecordInfo record) => Of(record, []);

    private static IEnumerable<(string Name, byte[] Bytes)> Of(RecordInfo record, HashSet<RecordInfo> seen)
    {
        if (!seen.Add(record))
        {
            yield break;
        }

        foreach (var field in record.Fields)
        {
            var own = field.Value is { Nested: { } layout } ? FieldWords.Of(layout)
                : (field.Value is null ? [] : FieldWords.Of(field.Value))
                    .Select(word => ($"{record.Name}_{field.Name}_{word.Name}", word.Bytes));
            foreach (var word in own.Concat(Decisive(record, field)).Concat(Tags(field)).Concat(Inner(field, seen)))
            {
                yield return word;
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Inner(RecordFieldInfo field, HashSet<RecordInfo> seen)
    {
        var variants = field.Variants?.Variants.Select(variant => variant.Record).Append(field.Variants.Other) ?? [];
        return variants.Append(field.Record).OfType<RecordInfo>().SelectMany(record => Of(record, seen));
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Tags(RecordFieldInfo field) =>
        field.Variants is { } variants
            ? variants.Variants.SelectMany(variant =>
                FieldWords.Of(variants.Tag, $"{variants.Name}_{variant.Record.Name}", variant.Tag))
            : [];

    /// <summary>The values that decide whether a field is there, and where an array ends.</summary>
    private static IEnumerable<(string Name, byte[] Bytes)> Decisive(RecordInfo record, RecordFieldInfo field)
    {
        (FieldInfo? Decider, FieldCondition? Condition)[] conditions =
        [
            (record.Find(field.Condition?.Member ?? "")?.Value, field.Condition),
            (field.Record?.Find(field.Extent.Until?.Member ?? "")?.Value, field.Extent.Until),
        ];
        return from pair in conditions
               where pair is { Decider: not null, Condition.Kind: not ConditionKind.NotZero }
               from word in FieldWords.Of(pair.Decider!, $"{record.Name}_{field.Name}_decided", pair.Condition!.Value)
               select word;
    }
}
