namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="WrongValuesAreReportedAlone"/>.</summary>
    public const string MutationLaw = "a wrong value in a record is reported, and nothing else";

    private const int MutationsPerCase = 48;

    /// <summary>
    /// In a record without violations, a hostile value breaks the rules that the table gives its field and the
    /// checksums over it, and no other; written again, exactly the rules of its field, unless writing sets it. Counts,
    /// tags and what decides about other fields may break anything, but are not taken silently for something else.
    /// </summary>
    public static LawResult WrongValuesAreReportedAlone<T>(ulong? seed = null)
        where T : IBinaryRecord<T>
    {
        var info = Records.InfoOf<T>();
        return ForAll<T>(MutationLaw, seed, example =>
        {
            var random = new Random(example.Salt);
            var parts = RecordDecoder.TryRead(info, example.Bytes)?.Parts ?? [];
            var mutations = parts.Where(part => !part.IsStructure).SelectMany(part => FieldMutations
                .Of(part.Field, part.Path, part.Offset, example.Bytes, random)
                .Select(mutation => (Part: part, Mutation: mutation))).ToArray();
            random.Shuffle(mutations);
            foreach (var (part, mutation) in mutations.Take(MutationsPerCase))
            {
                byte[] bytes = [.. example.Bytes];
                mutation.Apply(bytes);
                var parse = ExpectAlone<T>(info, part, bytes, $"when {mutation}", isWritten: false);
                ExpectChecksums<T>(info, bytes, parse, $"when {mutation}");
                if (parse.Status == RecordStatus.Complete && !part.IsComputed && TryWrite(parse.Value!) is { } written)
                {
                    ExpectAlone<T>(info, part, written, $"when {mutation}, written again", isWritten: true);
                }
            }
        });
    }

    private static RecordParse<T> ExpectAlone<T>(
        RecordInfo info, RecordPart part, byte[] bytes, string when, bool isWritten)
        where T : IBinaryRecord<T>
    {
        var parse = Records.Parse<T>(bytes);
        var value = part.End <= bytes.Length ? bytes.AsSpan(part.Offset, part.Field.Width).ToArray() : [];
        foreach (var kind in TableRules.BrokenBy(part.Field, value))
        {
            if (!parse.Violations.Any(violation => violation.Path == part.Path && violation.Kind == kind))
            {
                throw part.Broken($"{kind} of {part.Path} is not reported {when}");
            }
        }

        foreach (var violation in parse.Violations)
        {
            var isOwn = violation.Path == part.Path
                || violation.Path.StartsWith(part.Path + ".", StringComparison.Ordinal)
                || part.Path.StartsWith(violation.Path + "[", StringComparison.Ordinal);
            if (!isOwn && (isWritten || violation.Kind is not ViolationKind.Checksum)
                && violation.Kind != ViolationKind.Rule)
            {
                throw part.Broken($"{violation.Kind} of {violation.Path} is reported {when}");
            }
        }

        return parse;
    }

    /// <summary>Each checksum that is wrong by the table is reported.</summary>
    private static void ExpectChecksums<T>(RecordInfo info, byte[] bytes, RecordParse<T> parse, string when)
        where T : IBinaryRecord<T>
    {
        var checksums = RecordDecoder.TryRead(info, bytes)?.Nodes.SelectMany(node => node.Checksums) ?? [];
        foreach (var (part, found, expected) in checksums.Where(checksum => checksum.Found != checksum.Expected))
        {
            if (!parse.Violations.Any(violation => violation.Path == part.Path))
            {
                throw part.Broken($"the checksum {found:x} is taken for {expected:x} {when}");
            }
        }
    }

    /// <summary>The bytes of a record; null for one that cannot be written, as it was read with violations.</summary>
    private static byte[]? TryWrite<T>(T value)
        where T : IBinaryRecord<T>
    {
        try
        {
            return Records.ToBytes(in value);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
