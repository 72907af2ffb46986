using System.Runtime.CompilerServices;

namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The name of <see cref="FieldsPartitionTheLayout"/>.</summary>
    public const string PartitionLaw = "fields partition the layout";

    /// <summary>
    /// Fields stand in disk order without gap or overlap and end where the layout ends, nested layouts likewise;
    /// widths are those that their kinds can have; names are unique; the struct has as many bytes as it says.
    /// </summary>
    /// <param name="seed">Of no use here, as nothing is drawn; the laws are called alike.</param>
    public static LawResult FieldsPartitionTheLayout<T>(ulong? seed = null)
        where T : struct, IBinaryLayout<T>
    {
        var layout = Layout.InfoOf<T>();
        return Law.Once($"{layout.Name}: {PartitionLaw}", layout.ToString(), () =>
        {
            if (layout.Size != Layout.SizeOf<T>() || layout.Size != Unsafe.SizeOf<T>())
            {
                throw new BrokenClaimException(
                    layout.Name,
                    $"the table says {layout.Size} bytes, the layout {Layout.SizeOf<T>()}, "
                    + $"the struct {Unsafe.SizeOf<T>()}");
            }

            return ExpectPartition(layout, layout.Name);
        }) with { Law = PartitionLaw };
    }

    private static int ExpectPartition(LayoutInfo layout, string path)
    {
        var at = 0;
        var names = new HashSet<string>();
        var fields = 0;
        foreach (var field in layout.Fields)
        {
            var name = $"{path}.{field.Name}";
            if (field.Offset != at)
            {
                throw new BrokenClaimException(name, $"it starts at {field.Offset}, the field before it ends at {at}");
            }

            if (!IsPossibleWidth(field))
            {
                throw new BrokenClaimException(name, $"a {field.Kind} field cannot have {field.Width} bytes");
            }

            if (!names.Add(field.Name))
            {
                throw new BrokenClaimException(name, "another field has the same name");
            }

            ExpectBitPartition(field, names, path);
            at = field.End;
            fields += 1 + (field.Nested is null ? 0 : ExpectPartition(field.Nested, name))
                + ExpectOverlayPartition(layout, field, names, path);
        }

        return at == layout.Size
            ? fields
            : throw new BrokenClaimException(path, $"the fields end at {at}, the layout at {layout.Size}");
    }

    private static bool IsPossibleWidth(FieldInfo field) => field.Kind switch
    {
        FieldKind.Unsigned or FieldKind.Signed => field.Width is (>= 1 and <= 8) or 16,
        FieldKind.Enum => field.Width is >= 1 and <= 8,
        FieldKind.Timestamp => field.Width is >= 4 and <= 8,
        FieldKind.Float => field.Width is 4 or 8,
        FieldKind.Bool => field.Width == 1,
        FieldKind.FourCC => field.Width == 4,
        FieldKind.Guid => field.Width == 16,
        FieldKind.Integers => field is { Element: { } element, Count: { } count }
            && IsPossibleWidth(element) && field.Width == element.Width * count,
        FieldKind.Layout => field.Nested is { } nested && field.Width == nested.Size * (field.Count ?? 1),
        FieldKind.Text when field.Encoding is TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian =>
            field.Width > 0 && field.Width % 2 == 0,
        _ => field.Width > 0,
    };
}
