namespace FormatKit.Testing;

/// <summary>
/// The laws that every fixed layout keeps. Each is a method of its own, in a file of its own;
/// <see cref="Laws.Check"/> tries them all.
/// </summary>
public static partial class LayoutLaws
{
    /// <summary>How many cases a law with random bytes tries; a case visits all fields, and often all bytes.</summary>
    private const int Cases = 40;

    /// <summary>All laws of a layout.</summary>
    public static IReadOnlyList<FormatLaw> Of<T>()
        where T : struct, IBinaryLayout<T> =>
        [
            new(PartitionLaw, FieldsPartitionTheLayout<T>),
            new(SetLaw, SetChangesItsFieldOnly<T>),
            new(RebuildLaw, AccessorsRebuildEveryByte<T>),
            new(TableLaw, AccessorsAgreeWithTheTable<T>),
            new(ChecksumLaw, ChangedBytesAreReported<T>),
            new(SightLaw, ChecksumsSeeEveryByte<T>),
            new(TruncationLaw, TruncationsAreRefused<T>),
            new(TotalityLaw, AnyBytesAreReadWithoutError<T>),
            new(SealLaw, SealingIsEnoughAndNoMore<T>),
            new(MutationLaw, WrongValuesAreReportedAlone<T>),
        ];

    private static LawResult ForAll<T>(string law, ulong? seed, Action<LawCase> claim)
        where T : struct, IBinaryLayout<T> =>
        Law.ForAll($"{Layout.InfoOf<T>().Name}: {law}", Arbitraries.Cases<T>(), claim, Cases, seed) with { Law = law };

    private static void ExpectUnchanged(byte[] before, byte[] after, PlacedField except, string when)
    {
        for (var index = 0; index < before.Length; index++)
        {
            if (before[index] != after[index] && (index < except.Offset || index >= except.End))
            {
                throw except.Broken($"byte {index} changes too {when}");
            }
        }
    }

    private static BrokenClaimException BrokenByte(IReadOnlyList<PlacedField> fields, int index, string claim) =>
        fields.LastOrDefault(field => index >= field.Offset && index < field.End)?.Broken(claim)
        ?? new BrokenClaimException($"byte {index}", claim);

    private static string NameOfByte(IReadOnlyList<PlacedField> fields, int index) =>
        fields.LastOrDefault(field => index >= field.Offset && index < field.End)?.Path ?? $"byte {index}";
}
