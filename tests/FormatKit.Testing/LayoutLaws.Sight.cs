namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="ChecksumsSeeEveryByte"/>.</summary>
    public const string SightLaw = "checksums see every byte";

    /// <summary>
    /// Each checksum's algorithm gives another value when a bit of any byte is flipped, some bit of each byte at least.
    /// Says nothing where there is no checksum.
    /// </summary>
    public static LawResult ChecksumsSeeEveryByte<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var fields = PlacedField.AllOf(Layout.InfoOf<T>()).Where(field => field.Field.Checksums.Count > 0).ToList();
        return fields.Count == 0
            ? new LawResult(SightLaw, 0, "the layout has no checksum")
            : ForAll<T>(SightLaw, seed, example =>
            {
                var random = new Random(example.Salt);
                foreach (var field in fields)
                {
                    foreach (var checksum in field.Field.Checksums)
                    {
                        SeenBytes.Expect(field.Path, checksum.Algorithm, bytes => checksum.Compute(bytes), random);
                    }
                }
            });
    }
}
