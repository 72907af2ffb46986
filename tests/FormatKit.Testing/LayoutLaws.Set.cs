namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="SetChangesItsFieldOnly"/>.</summary>
    public const string SetLaw = "a set changes its field only and is read back";

    /// <summary>
    /// Setting any field to a legal value, or its raw bytes to any, changes no other byte; the same value comes back;
    /// and the field's bytes afterwards depend on the value alone. Through nested layouts and arrays as well.
    /// </summary>
    public static LawResult SetChangesItsFieldOnly<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var fields = PlacedField.AllOf(Layout.InfoOf<T>());
        return ForAll<T>(SetLaw, seed, example =>
        {
            var random = new Random(example.Salt);
            foreach (var field in fields)
            {
                if (field.Field.EditBytes is not null)
                {
                    ExpectRawSet(field, example, random);
                }

                ExpectBitSet(field, example, random);
                ExpectOverlaySet(field, example);
                if (field.Field.EditBytes is null || field.Field.Set is not null)
                {
                    ExpectSet(field, example, random);
                }
            }
        });
    }

    private static void ExpectSet(PlacedField field, LawCase example, Random random)
    {
        var (bytes, others) = (example.Copy(), example.Complement());
        var value = LegalValues.Draw(field.Field, field.Get(bytes).GetType(), random);
        field.Set(bytes, value);
        ExpectUnchanged(example.Bytes, bytes, field, $"when it is set to {value}");
        if (field.Get(bytes) is var found && !Equal(field.Field, found, value))
        {
            throw field.Broken($"set to {value}, it reads {found}");
        }

        field.Set(others, value);
        if (!bytes.AsSpan(field.Offset..field.End).SequenceEqual(others.AsSpan(field.Offset..field.End)))
        {
            throw field.Broken($"its bytes after a set to {value} depend on the bytes before");
        }
    }

    private static bool Equal(FieldInfo field, object left, object right) =>
        TableDecoder.Plain(field, left).Equals(TableDecoder.Plain(field, right));

    private static void ExpectRawSet(PlacedField field, LawCase example, Random random)
    {
        var bytes = example.Copy();
        var wanted = new byte[field.Field.Width];
        random.NextBytes(wanted);
        var editor = field.EditBytes(bytes);
        if (editor.Length != wanted.Length)
        {
            throw field.Broken($"its editor gives {editor.Length} bytes of {wanted.Length}");
        }

        wanted.CopyTo(editor);
        ExpectUnchanged(example.Bytes, bytes, field, "when its raw bytes are edited");
        if (!field.GetBytes(bytes).SequenceEqual(wanted)
            || !bytes.AsSpan(field.Offset..field.End).SequenceEqual(wanted))
        {
            throw field.Broken("its raw bytes are not those that were written");
        }
    }
}
