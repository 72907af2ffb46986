namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="AnyBytesAreReadWithoutError"/>.</summary>
    public const string TotalityLaw = "any bytes are a record or say why not";

    private const int Tries = 24;

    /// <summary>
    /// Whatever the bytes are, noise or a record with a hostile value or a few changed bytes, reading never throws;
    /// <c>Read</c> throws a <see cref="RecordException"/> with all violations where there are any, and nothing else;
    /// what is valid can be written, is valid again, and is then written the same.
    /// </summary>
    public static LawResult AnyBytesAreReadWithoutError<T>(ulong? seed = null)
        where T : IBinaryRecord<T>
    {
        var info = Records.InfoOf<T>();
        return ForAll<T>(TotalityLaw, seed, example =>
        {
            var random = new Random(example.Salt);
            var noise = new byte[random.Next(1 + (2 * example.Bytes.Length))];
            random.NextBytes(noise);
            ExpectReadable<T>(info, noise, "noise");
            byte[] begun = [.. example.Bytes[..random.Next(example.Bytes.Length + 1)], .. noise];
            ExpectReadable<T>(info, begun, "a record that noise follows");
            for (var index = 0; index < Tries; index++)
            {
                var mutant = Mutators<T>.Next(example.Bytes, random);
                ExpectReadable<T>(info, mutant.Bytes, mutant.What);
            }
        });
    }

    private static void ExpectReadable<T>(RecordInfo info, byte[] bytes, string what)
        where T : IBinaryRecord<T>
    {
        _ = Attempt(info.Name, $"reading with more to come ({what})", () => Records.Parse<T>(bytes, isFinal: false));
        var parse = Attempt(info.Name, $"reading ({what})", () => Records.Parse<T>(bytes));
        Expect(info.Name, parse.Status != RecordStatus.NeedMore, $"there is no more, and more is needed ({what})");
        Expect(
            info.Name, parse.IsValid || parse.Violations.Count > 0,
            $"it is {parse.Status}, and nobody knows why ({what})");
        Expect(
            info.Name, parse.Consumed >= 0 && parse.Consumed <= bytes.Length,
            $"{parse.Consumed} bytes are read of {bytes.Length} ({what})");
        if (!parse.IsValid)
        {
            Attempt(info.Name, $"a violation ({what})", () => string.Join("; ", parse.Violations.Select(violation =>
                $"{violation} {violation.Code} {violation.Path} {violation.FoundText} {violation.ExpectedText}")));
            ExpectRefusal<RecordException>(info.Name, $"reading ({what})", () => Records.Read<T>(bytes));
            return;
        }

        var written = Attempt(info.Name, $"writing what is valid ({what})", () => Records.ToBytes(parse.Value));
        var again = Records.Parse<T>(written);
        Expect(
            info.Name, again.IsValid && again.Consumed == written.Length,
            $"what is written is {again.Status}: {string.Join("; ", again.Violations)} ({what})");
        ExpectSame<T>(written, Records.ToBytes(again.Value!), $"written twice it differs ({what})");
    }
}
