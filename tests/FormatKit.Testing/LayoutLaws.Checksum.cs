namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="ChangedBytesAreReported"/>.</summary>
    public const string ChecksumLaw = "a changed byte is reported";

    /// <summary>
    /// After sealing any bytes, changing any single byte breaks each checksum over it, the rule of the field it
    /// belongs to if that no longer holds, and no other rule. Says nothing where there is no checksum.
    /// </summary>
    public static LawResult ChangedBytesAreReported<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var fields = PlacedField.AllOf(Layout.InfoOf<T>());
        var checksums = fields.Where(field => field.Field.Role == FieldRole.Checksum).ToList();
        if (checksums.Count == 0)
        {
            return new LawResult(ChecksumLaw, 0, "the layout has no checksum");
        }

        return ForAll<T>(ChecksumLaw, seed, example =>
        {
            var random = new Random(example.Salt);
            var bytes = example.Copy();
            Layout.Seal(ref Layout.Edit<T>(bytes));
            TableRules.ExpectSame(
                TableRules.BrokenBy(bytes, fields), TableRules.ReportedFor<T>(bytes), "after sealing");
            for (var index = 0; index < bytes.Length; index++)
            {
                var change = (byte)random.Next(1, 256);
                bytes[index] ^= change;
                var broken = checksums
                    .Where(checksum => checksum.LayoutHolds(index) && checksum.Counts(bytes))
                    .Select(checksum => new BrokenRule(ViolationKind.Checksum, checksum.Path, checksum.Offset))
                    .Concat(TableRules.BrokenBy(bytes, fields));
                TableRules.ExpectSame(
                    broken, TableRules.ReportedFor<T>(bytes),
                    $"when byte {index} ({NameOfByte(fields, index)}) changes by {change:x2}");
                bytes[index] ^= change;
            }
        });
    }
}
