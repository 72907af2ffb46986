using System.Buffers.Binary;
using System.Collections;
using System.ComponentModel;
using System.Globalization;

namespace FormatKit;

/// <summary>What the generated <c>ToString</c> of a record calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordLine
{
    private const int ElementsShown = 8;

    /// <summary>A record on one line: its name and every field that is there and not reserved.</summary>
    public static string Of(RecordInfo info, object record)
    {
        ArgumentNullException.ThrowIfNull(info);
        var words = info.Fields
            .Where(field => field.Reserved is null)
            .Select(field => (field.Name, Value: field.Get(record), Field: field))
            .Where(field => field.Value is not null)
            .Select(field => $"{field.Name} = {Words(field.Field, field.Value!)}");
        var line = string.Join(", ", words);
        return line.Length == 0 ? $"{info.Name} {{ }}" : $"{info.Name} {{ {line} }}";
    }

    private static string Words(RecordFieldInfo field, object value) => value switch
    {
        string text => TextForm.Quote(text),
        byte[] bytes => bytes.Length == 0 ? "[]" : FieldWords.Raw(bytes),
        ICollection many => Many(field, many),
        _ => One(field, value),
    };

    private static string Many(RecordFieldInfo field, ICollection many)
    {
        if (many.Count > ElementsShown || field.Kind == RecordFieldKind.Records)
        {
            var what = field.Record?.Name ?? field.Value?.Nested?.Name;
            return string.Create(CultureInfo.InvariantCulture, $"[{many.Count} {what ?? "values"}]");
        }

        return $"[{string.Join(", ", many.Cast<object>().Select(element => One(field, element)))}]";
    }

    private static string One(RecordFieldInfo field, object value) =>
        field.Value is { Nested: null, Width: <= 8 } info && Bits(value) is { } bits
            ? info.Describe(info.FixedIsText ? InDiskOrder(bits, info) : bits)
        : value is DateTimeOffset time ? time.ToString("u", CultureInfo.InvariantCulture)
        : value is IFormattable words ? words.ToString(null, CultureInfo.InvariantCulture)
        : value.ToString() ?? string.Empty;

    /// <summary>An integer, extended by its sign, or the bits of an enum; null for anything else.</summary>
    private static ulong? Bits(object value) => Convert.GetTypeCode(value) switch
    {
        TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 =>
            Convert.ToUInt64(value, CultureInfo.InvariantCulture),
        TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 =>
            unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>A text in an integer, first character first.</summary>
    private static ulong InDiskOrder(ulong bits, FieldInfo field) => field.Order == ByteOrder.BigEndian
        ? bits
        : BinaryPrimitives.ReverseEndianness(bits) >> (64 - (8 * field.Width));
}
