namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="AccessorsRebuildEveryByte"/>.</summary>
    public const string RebuildLaw = "accessors rebuild every byte";

    /// <summary>
    /// Whatever the bytes are, reading each field and writing it into a buffer of other bytes gives all of them again:
    /// no accessor loses a bit, and none is missing.
    /// </summary>
    public static LawResult AccessorsRebuildEveryByte<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var fields = PlacedField.AllOf(Layout.InfoOf<T>());
        return ForAll<T>(RebuildLaw, seed, example =>
        {
            var rebuilt = example.Complement();
            foreach (var field in fields.Where(field => field.Field.Kind != FieldKind.Layout))
            {
                if (field.Field.EditBytes is not null)
                {
                    field.GetBytes(example.Bytes).CopyTo(field.EditBytes(rebuilt));
                }
                else
                {
                    field.Set(rebuilt, field.Get(example.Bytes));
                }
            }

            var wrong = example.Bytes.AsSpan().CommonPrefixLength(rebuilt);
            if (wrong < rebuilt.Length)
            {
                throw BrokenByte(
                    fields, wrong,
                    $"byte {wrong} was {example.Bytes[wrong]:x2} and is {rebuilt[wrong]:x2} after a read and a write");
            }
        });
    }
}
