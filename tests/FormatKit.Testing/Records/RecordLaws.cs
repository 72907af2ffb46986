using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Testing;

/// <summary>
/// The laws that every record keeps. Each is a method of its own, in a file of its own; <see cref="Laws.Check"/> tries
/// them all.
/// </summary>
public static partial class RecordLaws
{
    /// <summary>How many records a law draws.</summary>
    private const int Cases = 40;

    /// <summary>In how many places a record is cut at most.</summary>
    private const int Cuts = 128;

    /// <summary>All laws of a record.</summary>
    public static IReadOnlyList<FormatLaw> Of<T>()
        where T : IBinaryRecord<T> =>
        [
            new(TableLaw, CodecAgreesWithTheTable<T>),
            new(ReadLaw, WhatIsReadIsWrittenAgain<T>),
            new(WriteLaw, WhatIsWrittenIsReadAgain<T>),
            new(WaysLaw, AllWaysOfWritingAgree<T>),
            new(PiecesLaw, PiecesAreReadAsTheWhole<T>),
            new(TruncationLaw, TruncationsAreRefused<T>),
            new(LimitLaw, HostileNumbersCostNothing<T>),
            new(MutationLaw, WrongValuesAreReportedAlone<T>),
            new(SightLaw, ChecksumsSeeEveryByte<T>),
            new(TotalityLaw, AnyBytesAreReadWithoutError<T>),
        ];

    internal static Arbitrary<RecordCase> Drawn<T>()
        where T : IBinaryRecord<T>
    {
        var info = Records.InfoOf<T>();
        return Arb.From(
            Gen.Choose(0, int.MaxValue - 1).Select(seed => RecordDrawer.DrawValid(info, seed)),
            drawn => Choices.Shrink(drawn.Choices)
                .Select(choices => RecordDrawer.TryDraw(info, choices))
                .Where(simpler => simpler is not null && IsSimpler(simpler.Choices, drawn.Choices))
                .Select(simpler => simpler! with { Salt = drawn.Salt }));
    }

    private static LawResult ForAll<T>(string law, ulong? seed, Action<RecordCase> claim)
        where T : IBinaryRecord<T> =>
        Law.ForAll($"{Records.InfoOf<T>().Name}: {law}", Drawn<T>(), claim, Cases, seed) with { Law = law };

    /// <summary>The record that such bytes are, all of them.</summary>
    private static T Read<T>(byte[] bytes)
        where T : IBinaryRecord<T>
    {
        var parse = Records.Parse<T>(bytes);
        return parse.IsValid && parse.Consumed == bytes.Length
            ? parse.Value
            : throw new BrokenClaimException(
                Records.InfoOf<T>().Name,
                $"of {bytes.Length} bytes {parse.Consumed} are read: {parse.Status}, "
                + string.Join("; ", parse.Violations));
    }

    /// <summary>Throws where bytes differ, under the name of the part in which they do.</summary>
    private static void ExpectSame<T>(byte[] expected, ReadOnlySpan<byte> found, string what)
        where T : IBinaryRecord<T>
    {
        if (expected.AsSpan().SequenceEqual(found))
        {
            return;
        }

        var info = Records.InfoOf<T>();
        var at = expected.AsSpan().CommonPrefixLength(found);
        var part = RecordDecoder.TryRead(info, expected)?.Parts
            .LastOrDefault(part => at >= part.Offset && at < part.End);
        var claim = $"{what}: {found.Length} bytes of {expected.Length}, and byte {at} is "
            + $"{(at < found.Length ? $"{found[at]:x2}" : "missing")}, not "
            + $"{(at < expected.Length ? $"{expected[at]:x2}" : "the end")}";
        throw part?.Broken(claim) ?? new BrokenClaimException(info.Name, claim);
    }

    /// <summary>Where records are cut: everywhere, or all over the longer ones.</summary>
    private static IEnumerable<int> CutsOf(int length, int salt)
    {
        var random = new Random(salt);
        return length <= Cuts
            ? Enumerable.Range(0, length)
            : Enumerable.Range(0, Cuts).Select(_ => random.Next(length)).Append(0).Append(length - 1);
    }

    /// <summary>Whether the record may go on to the end of what it stands in, and so be whole when it is cut.</summary>
    private static bool HasRest(RecordInfo info) => HasRest(info, []);

    private static bool HasRest(RecordInfo info, HashSet<RecordInfo> seen) =>
        seen.Add(info) && info.Fields.Any(field =>
            field.Extent.Kind == RecordExtentKind.Rest
            || (field.Record is { } record && HasRest(record, seen))
            || (field.Variants is { } variants
                && variants.Variants.Select(variant => variant.Record).Append(variants.Other)
                    .Any(variant => variant is not null && HasRest(variant, seen))));

    private static bool IsSimpler(int[] some, int[] others)
    {
        if (some.Length != others.Length)
        {
            return some.Length < others.Length;
        }

        var at = some.AsSpan().CommonPrefixLength(others);
        return at < some.Length && some[at] < others[at];
    }
}
