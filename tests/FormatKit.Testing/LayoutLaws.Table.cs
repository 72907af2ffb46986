namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="AccessorsAgreeWithTheTable"/>.</summary>
    public const string TableLaw = "accessors and rules agree with the table";

    /// <summary>
    /// A slow decoder that knows nothing but the table reads what each accessor reads, and finds the magics, constants,
    /// checksums and enum values wrong that validation finds wrong.
    /// </summary>
    public static LawResult AccessorsAgreeWithTheTable<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var fields = PlacedField.AllOf(Layout.InfoOf<T>());
        return ForAll<T>(TableLaw, seed, example =>
        {
            foreach (var field in fields)
            {
                ExpectAgreement(field, example.Bytes);
                ExpectBitAgreement(field, example.Bytes);
                ExpectOverlayAgreement(field, example.Bytes);
            }

            ExpectRules<T>(Layout.InfoOf<T>(), fields, example.Bytes, [], "for these bytes");
        });
    }

    private static void ExpectAgreement(PlacedField field, byte[] bytes)
    {
        var disk = bytes.AsSpan(field.Offset, field.Field.Width);
        if (TableDecoder.Value(field.Field, disk) is { } expected
            && TableDecoder.Plain(field.Field, field.Get(bytes)) is var found && !found.Equals(expected))
        {
            throw field.Broken($"the accessor reads {found}, the table {expected}");
        }

        if (field.Field.GetBytes is not null && !field.GetBytes(bytes).SequenceEqual(disk))
        {
            throw field.Broken("the raw bytes are not those of the table");
        }

        if (TableDecoder.Token(field.Field, disk) is { } token
            && field.Field.ReadInteger(bytes.AsSpan(field.Offset - field.Field.Offset)) is var integer
            && integer != token)
        {
            throw field.Broken($"{nameof(FieldInfo.ReadInteger)} gives {integer}, the table {token}");
        }
    }
}
