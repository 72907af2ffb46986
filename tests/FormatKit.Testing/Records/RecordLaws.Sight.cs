using System.Buffers.Binary;

namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="ChecksumsSeeEveryByte"/>.</summary>
    public const string SightLaw = LayoutLaws.SightLaw;

    /// <summary>
    /// Each checksum's algorithm gives another value when a bit of any byte is flipped, some bit of each byte at least.
    /// Says nothing where the record itself has no checksum.
    /// </summary>
    public static LawResult ChecksumsSeeEveryByte<T>(ulong? seed = null)
        where T : IBinaryRecord<T>
    {
        var fields = Records.InfoOf<T>().Fields.Where(field => field.Checksum is not null).ToList();
        return fields.Count == 0
            ? new LawResult(SightLaw, 0, "the record has no checksum")
            : ForAll<T>(SightLaw, seed, example =>
            {
                var random = new Random(example.Salt);
                foreach (var field in fields)
                {
                    SeenBytes.Expect(field.Name, field.Checksum!.Algorithm, Compute, random);

                    byte[] Compute(byte[] bytes)
                    {
                        var sum = new byte[sizeof(ulong)];
                        BinaryPrimitives.WriteUInt64BigEndian(sum, field.Checksum.Compute(bytes));
                        return sum;
                    }
                }
            });
    }
}
