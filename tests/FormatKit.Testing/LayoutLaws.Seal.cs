namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="SealingIsEnoughAndNoMore"/>.</summary>
    public const string SealLaw = "sealing is enough and no more";

    /// <summary>
    /// Sealing any bytes leaves no violation but of values that it does not decide, changes magics, constants,
    /// checksums and what is zero on writing only, is the same through the table, and changes nothing the second time.
    /// </summary>
    public static LawResult SealingIsEnoughAndNoMore<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var layout = Layout.InfoOf<T>();
        var fields = PlacedField.AllOf(layout);
        return ForAll<T>(SealLaw, seed, example =>
        {
            var bytes = example.Copy();
            Layout.Seal(ref Layout.Edit<T>(bytes));
            ExpectOnlySealedFields(example.Bytes, bytes, fields);
            TableRules.ExpectSame(
                TableRules.BrokenBy(bytes, fields)
                    .Where(rule => rule.Kind is not (ViolationKind.Magic or ViolationKind.Constant)),
                TableRules.ReportedFor<T>(bytes),
                "after sealing");

            foreach (var field in fields.Where(field => field.Field.ReservedPolicy == ReservedPolicy.ZeroOnWrite))
            {
                if (field.Counts(bytes) && bytes.AsSpan(field.Offset..field.End).ContainsAnyExcept((byte)0))
                {
                    throw field.Broken("it is not zero after sealing");
                }
            }

            byte[] again = [.. bytes];
            layout.Seal(again);
            if (bytes.AsSpan().CommonPrefixLength(again) is var changed && changed < bytes.Length)
            {
                throw BrokenByte(fields, changed, $"sealing again changes byte {changed}");
            }
        });
    }

    private static void ExpectOnlySealedFields(byte[] before, byte[] after, IReadOnlyList<PlacedField> fields)
    {
        for (var index = 0; index < before.Length; index++)
        {
            if (before[index] != after[index] && !fields.Any(field =>
                field.IsSealed && field.IsTold(after) && index >= field.Offset && index < field.End))
            {
                throw BrokenByte(fields, index, $"sealing changes byte {index}, which is none of its own");
            }
        }
    }
}
