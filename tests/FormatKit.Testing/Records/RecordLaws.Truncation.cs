namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="TruncationsAreRefused"/>.</summary>
    public const string TruncationLaw = "truncations of a record are refused";

    /// <summary>
    /// Wherever a record ends too early it is broken, with a violation within what is there, unless it goes on to the
    /// end of its input: then what was read is written as it stands there.
    /// </summary>
    public static LawResult TruncationsAreRefused<T>(ulong? seed = null)
        where T : IBinaryRecord<T>
    {
        var info = Records.InfoOf<T>();
        var hasRest = HasRest(info);
        return ForAll<T>(TruncationLaw, seed, example =>
        {
            foreach (var cut in CutsOf(example.Bytes.Length, example.Salt))
            {
                var bytes = example.Bytes[..cut];
                var parse = Records.Parse<T>(bytes);
                if (parse.IsValid && hasRest)
                {
                    ExpectSame<T>(
                        bytes, Records.ToBytes(parse.Value), $"cut off at {cut} it is taken, and written another");
                    continue;
                }

                Expect(info.Name, !parse.IsValid, $"it is taken when it ends at {cut} of {example.Bytes.Length} bytes");
                Expect(
                    info.Name, parse.Status != RecordStatus.NeedMore && parse.Violations.Count > 0,
                    $"it ends at {cut}, and that is {parse.Status} without a violation");
                foreach (var violation in parse.Violations)
                {
                    Expect(
                        violation.Path, violation.Offset >= 0 && violation.Offset <= cut,
                        $"the violation is at {violation.Offset}, behind the end at {cut}");
                }

                ExpectRefusal<RecordException>(info.Name, $"reading {cut} bytes", () => Records.Read<T>(bytes));
            }
        });
    }
}
