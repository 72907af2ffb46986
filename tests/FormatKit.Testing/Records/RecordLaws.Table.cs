namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="CodecAgreesWithTheTable"/>.</summary>
    public const string TableLaw = "the codec reads what the table says";

    /// <summary>
    /// A slow reader that knows nothing but the table finds the same fields, elements, texts and variants in a record
    /// as its codec, comes to the same end, and sums the same checksums.
    /// </summary>
    public static LawResult CodecAgreesWithTheTable<T>(ulong? seed = null)
        where T : IBinaryRecord<T>
    {
        var info = Records.InfoOf<T>();
        return ForAll<T>(TableLaw, seed, example =>
        {
            var value = Read<T>(example.Bytes);
            var decoder = RecordDecoder.TryRead(info, example.Bytes)
                ?? throw new BrokenClaimException(info.Name, "the codec takes what is no such record by the table");
            if (decoder.Whole.End != example.Bytes.Length)
            {
                throw new BrokenClaimException(
                    info.Name, $"by the table it ends at {decoder.Whole.End}, not at {example.Bytes.Length}");
            }

            if (RecordEquality.Disagreement(decoder.Whole, value) is { } disagreement)
            {
                throw decoder.Parts.FirstOrDefault(part => part.Path == disagreement.Path)
                        ?.Broken(disagreement.Claim)
                    ?? new BrokenClaimException(disagreement.Path, disagreement.Claim);
            }

            foreach (var (part, found, expected) in decoder.Nodes.SelectMany(node => node.Checksums))
            {
                if (found != expected)
                {
                    throw part.Broken($"the codec takes {found:x}, by the table it is {expected:x}");
                }
            }
        });
    }
}
