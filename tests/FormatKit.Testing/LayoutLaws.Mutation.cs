namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="WrongValuesAreReportedAlone"/>.</summary>
    public const string MutationLaw = "a wrong value is reported, and nothing else";

    /// <summary>
    /// How many hostile values a case writes: each field is reached many times in all cases together.
    /// </summary>
    private const int MutationsPerCase = 64;

    /// <summary>
    /// In a layout without violations, a hostile value in one field breaks the rules of that field and the checksums
    /// over it, and no other; sealed again, exactly the rules that the table says it breaks. Fields that are there
    /// under a condition on the changed one, and rules in C#, may speak as well.
    /// </summary>
    public static LawResult WrongValuesAreReportedAlone<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        if (!Layout.HasRules<T>())
        {
            return new LawResult(MutationLaw, 0, "the layout has no rule");
        }

        var fields = PlacedField.AllOf(Layout.InfoOf<T>());
        var places = fields.ToDictionary(field => field.Path);
        return ForAll<T>(MutationLaw, seed, example =>
        {
            var valid = ValidLayouts.Draw<T>(example);
            byte[] before = [.. Layout.BytesOf(in valid)];
            var mutations = FieldMutations.Of(Layout.InfoOf<T>(), before, example.Salt).ToArray();
            new Random(example.Salt).Shuffle(mutations);
            foreach (var mutation in mutations.Take(MutationsPerCase))
            {
                byte[] after = [.. before];
                mutation.Apply(after);
                ExpectAlone<T>(mutation, after, fields, places, "", isSealed: false);
                var whole = Layout.View<T>(after);
                Layout.Seal(ref whole);
                ExpectAlone<T>(mutation, [.. Layout.BytesOf(in whole)], fields, places, ", sealed", isSealed: true);
            }
        });
    }

    private static void ExpectAlone<T>(
        FieldMutation mutation, byte[] bytes, IReadOnlyList<PlacedField> fields,
        Dictionary<string, PlacedField> places, string how, bool isSealed)
        where T : struct, IBinaryLayout<T>
    {
        var reported = Layout.Validate(in Layout.View<T>(bytes)).ToList();
        var when = $"when {mutation}{how}";
        TableRules.ExpectSame(
            TableRules.BrokenBy(bytes, fields)
                .Concat(TableChecksums.BrokenBy(bytes, fields, new Dictionary<string, byte[]>())),
            reported.Where(violation => violation.Kind != ViolationKind.Rule)
                .Select(violation => new BrokenRule(violation.Kind, violation.Path, violation.Offset)),
            when);
        foreach (var violation in reported)
        {
            if (places.TryGetValue(violation.Path, out var field)
                && !MaySpeak(violation, field, mutation, isSealed))
            {
                throw field.Broken($"{violation.Kind} of {violation.Path} is reported {when}");
            }
        }
    }

    /// <summary>Whether a violation can follow from a change of one field.</summary>
    private static bool MaySpeak(Violation violation, PlacedField field, FieldMutation mutation, bool isSealed) =>
        violation.Kind switch
        {
            ViolationKind.Rule => true,
            ViolationKind.Checksum => !isSealed,
            _ => mutation.Offset < field.End && mutation.Offset + mutation.Bytes.Length > field.Offset
                || field.DependsOnOthers,
        };
}
