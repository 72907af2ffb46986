namespace FormatKit;

/// <summary>
/// The code behind the table of a layout's fields: what reads and writes each of them through its generated accessor.
/// Generated code derives from it, and needs one method for all fields instead of one for each.
/// </summary>
/// <typeparam name="T">The layout.</typeparam>
public abstract class FieldTable<T>
    where T : struct, IBinaryLayout<T>
{
    /// <summary>See <see cref="FieldKind.Unsigned"/>.</summary>
    protected const FieldKind Unsigned = FieldKind.Unsigned;

    /// <summary>See <see cref="FieldKind.Signed"/>.</summary>
    protected const FieldKind Signed = FieldKind.Signed;

    /// <summary>See <see cref="FieldKind.Float"/>.</summary>
    protected const FieldKind Float = FieldKind.Float;

    /// <summary>See <see cref="FieldKind.Bool"/>.</summary>
    protected const FieldKind Bool = FieldKind.Bool;

    /// <summary>See <see cref="FieldKind.Enum"/>.</summary>
    protected const FieldKind Enum = FieldKind.Enum;

    /// <summary>See <see cref="FieldKind.FourCC"/>.</summary>
    protected const FieldKind FourCC = FieldKind.FourCC;

    /// <summary>See <see cref="FieldKind.Text"/>.</summary>
    protected const FieldKind Text = FieldKind.Text;

    /// <summary>See <see cref="FieldKind.Guid"/>.</summary>
    protected const FieldKind Guid = FieldKind.Guid;

    /// <summary>See <see cref="FieldKind.Timestamp"/>.</summary>
    protected const FieldKind Timestamp = FieldKind.Timestamp;

    /// <summary>See <see cref="FieldKind.Bytes"/>.</summary>
    protected const FieldKind Bytes = FieldKind.Bytes;

    /// <summary>See <see cref="FieldKind.Reserved"/>.</summary>
    protected const FieldKind Reserved = FieldKind.Reserved;

    /// <summary>See <see cref="FieldKind.Integers"/>.</summary>
    protected const FieldKind Integers = FieldKind.Integers;

    /// <summary>See <see cref="FieldKind.Layout"/>.</summary>
    protected const FieldKind Layout = FieldKind.Layout;

    /// <summary>See <see cref="ByteOrder.LittleEndian"/>.</summary>
    protected const ByteOrder LittleEndian = ByteOrder.LittleEndian;

    /// <summary>See <see cref="ByteOrder.BigEndian"/>.</summary>
    protected const ByteOrder BigEndian = ByteOrder.BigEndian;

    /// <summary>Describes the layout, whose fields get their accessors.</summary>
    /// <param name="name">The name of the struct.</param>
    /// <param name="order">The byte order of integers that do not say their own.</param>
    /// <param name="fields">The fields in disk order, without gaps.</param>
    /// <param name="spec">The specification and clause that defines the layout.</param>
    /// <param name="doc">The summary of the struct's documentation, as plain text.</param>
    /// <param name="hasWords">Whether the struct says itself how it reads in words.</param>
    /// <param name="externals">The names of the regions outside of the layout that its checksums cover.</param>
    /// <param name="rules">The rules in C#.</param>
    /// <param name="replicaPlace">Where other copies of the layout stand, in words.</param>
    protected LayoutInfo Describe(
        string name, ByteOrder order, FieldInfo[] fields, string? spec = null, string? doc = null,
        bool hasWords = false, string[]? externals = null, RuleInfo[]? rules = null, string? replicaPlace = null)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            var place = index;
            fields[index].Bind(
                bytes => Get(in global::FormatKit.Layout.View<T>(bytes), place)!,
                (bytes, value) => Set(ref global::FormatKit.Layout.Edit<T>(bytes), place, value),
                bytes => GetBytes(in global::FormatKit.Layout.View<T>(bytes), place),
                bytes => EditBytes(ref global::FormatKit.Layout.Edit<T>(bytes), place));
        }

        return LayoutInfo.Create<T>(name, order, spec, doc, hasWords, fields, externals, rules, replicaPlace);
    }

    /// <summary>Reads a field through its accessor.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="field">The field's place among the fields.</param>
    /// <returns>The accessor's value; null for a field without <see cref="FieldInfo.Get"/>.</returns>
    protected virtual object? Get(in T layout, int field) => null;

    /// <summary>Writes a field through its accessor.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="field">The field's place among the fields.</param>
    /// <param name="value">A value of the accessor's type.</param>
    protected virtual void Set(ref T layout, int field, object value)
    {
    }

    /// <summary>Reads the raw bytes of a field through their accessor.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="field">The field's place among the fields.</param>
    /// <returns>The bytes; none for a field without <see cref="FieldInfo.GetBytes"/>.</returns>
    protected virtual ReadOnlySpan<byte> GetBytes(in T layout, int field) => default;

    /// <summary>Gives the raw bytes of a field for editing.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="field">The field's place among the fields.</param>
    /// <returns>The bytes; none for a field without <see cref="FieldInfo.EditBytes"/>.</returns>
    protected virtual Span<byte> EditBytes(ref T layout, int field) => default;
}
