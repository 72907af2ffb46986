namespace FormatKit.Testing;

internal static partial class TableDecoder
{
    /// <summary>An array's elements as one text, since lists do not equal each other.</summary>
    private static string Elements(FieldInfo element, ReadOnlySpan<byte> bytes)
    {
        var values = new List<object?>();
        for (var at = 0; at < bytes.Length; at += element.Width)
        {
            values.Add(Value(element, bytes.Slice(at, element.Width)));
        }

        return string.Join(' ', values);
    }

    private static string PlainElements(FieldInfo element, Array values) =>
        string.Join(' ', values.Cast<object>().Select(value => Plain(element, value)));
}
