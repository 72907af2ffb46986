namespace FormatKit.Testing;

/// <summary>
/// The laws that every fixed layout keeps. They follow from its field table: no header needs tests of its own for what
/// stands here. Each is a method of its own, in a file of its own; <see cref="Check"/> tries them all.
/// </summary>
public static partial class LayoutLaws
{
    /// <summary>How many cases a law with random bytes tries; a case visits all fields, and often all bytes.</summary>
    private const int Cases = 40;

    /// <summary>All laws of a layout.</summary>
    public static IReadOnlyList<LayoutLaw> Of<T>()
        where T : struct, IBinaryLayout<T> =>
        [
            new(PartitionLaw, FieldsPartitionTheLayout<T>),
            new(SetLaw, SetChangesItsFieldOnly<T>),
            new(RebuildLaw, AccessorsRebuildEveryByte<T>),
            new(TableLaw, AccessorsAgreeWithTheTable<T>),
            new(ChecksumLaw, ChangedBytesAreReported<T>),
            new(TruncationLaw, TruncationsAreRefused<T>),
            new(TotalityLaw, AnyBytesAreReadWithoutError<T>),
            new(SealLaw, SealingIsEnoughAndNoMore<T>),
        ];

    /// <summary>Tries all laws of a layout.</summary>
    /// <param name="seed">The seed; by default the environment's, or a new one.</param>
    /// <returns>What was tried, in order; laws that say nothing about this layout say why.</returns>
    /// <exception cref="LawException">A law does not hold.</exception>
    public static IReadOnlyList<LawResult> Check<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T> => [.. Of<T>().Select(law => law.Try(seed))];

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

    private static string NameOfByte(IReadOnlyList<PlacedField> fields, int index) =>
        fields.LastOrDefault(field => index >= field.Offset && index < field.End)?.Path ?? $"byte {index}";
}
