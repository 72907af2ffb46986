namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="ChangedBytesAreReported"/>.</summary>
    public const string ChecksumLaw = "a changed byte is reported";

    private const int ExternalLength = 33;

    /// <summary>
    /// After sealing any bytes, with regions outside where checksums cover them, changing any single byte of the layout
    /// or of a region breaks exactly the checksums over it that the table names, the rule of the field it belongs to if
    /// that no longer holds, and no other rule. Says nothing where there is no checksum.
    /// </summary>
    public static LawResult ChangedBytesAreReported<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var layout = Layout.InfoOf<T>();
        var fields = PlacedField.AllOf(layout);
        if (!fields.Any(field => field.Field.Role == FieldRole.Checksum))
        {
            return new LawResult(ChecksumLaw, 0, "the layout has no checksum");
        }

        return ForAll<T>(ChecksumLaw, seed, example =>
        {
            var random = new Random(example.Salt);
            var (bytes, regions) = (example.Copy(), Regions(layout, random));
            Layout.Seal(ref Layout.Edit<T>(bytes), Given(layout, regions));
            ExpectRules<T>(layout, fields, bytes, regions, "after sealing");
            foreach (var index in PlacesOf(layout, fields, random))
            {
                var change = (byte)random.Next(1, 256);
                bytes[index] ^= change;
                ExpectRules<T>(
                    layout, fields, bytes, regions,
                    $"when byte {index} ({NameOfByte(fields, index)}) changes by {change:x2}");
                bytes[index] ^= change;
            }

            foreach (var (name, region) in regions)
            {
                region[random.Next(region.Length)] ^= (byte)random.Next(1, 256);
                ExpectRules<T>(layout, fields, bytes, regions, $"when a byte of '{name}' changes");
            }

            ExpectRules<T>(layout, fields, bytes, [], "when no region is given");
        });
    }

    private static void ExpectRules<T>(
        LayoutInfo layout,
        IReadOnlyList<PlacedField> fields,
        byte[] bytes,
        Dictionary<string, byte[]> regions,
        string when)
        where T : struct, IBinaryLayout<T>
    {
        var violations = Layout.Validate(in Layout.View<T>(bytes), Given(layout, regions));
        TableRules.ExpectSame(
            TableRules.BrokenBy(bytes, fields).Concat(TableChecksums.BrokenBy(bytes, fields, regions)),
            violations.Where(violation => violation.Kind != ViolationKind.Rule)
                .Select(violation => new BrokenRule(violation.Kind, violation.Path, violation.Offset)),
            when);
    }

    private static Dictionary<string, byte[]> Regions(LayoutInfo layout, Random random) =>
        layout.Externals.ToDictionary(name => name, _ =>
        {
            var region = new byte[ExternalLength];
            random.NextBytes(region);
            return region;
        });

    private static ExternalRegions Given(LayoutInfo layout, Dictionary<string, byte[]> regions)
    {
        if (regions.Count == 0)
        {
            return default;
        }

        var all = layout.Externals.Select(name => regions[name]).ToList();
        return all.Count switch
        {
            1 => new ExternalRegions(all[0]),
            2 => new ExternalRegions(all[0], all[1]),
            3 => new ExternalRegions(all[0], all[1], all[2]),
            _ => new ExternalRegions(all[0], all[1], all[2], all[3]),
        };
    }
}
