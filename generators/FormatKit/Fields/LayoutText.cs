using System.ComponentModel;
using System.Globalization;

namespace FormatKit;

/// <summary>What the generated <c>ToString</c> calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayoutText
{
    private const int BytesShown = 16;

    /// <summary>A layout on one line: its name and every field that is not reserved.</summary>
    public static string Line<T>(ref readonly T value)
        where T : struct, IBinaryLayout<T>
    {
        var words = new List<string>();
        foreach (var field in T.Info.Fields)
        {
            if (field.Role != FieldRole.Reserved)
            {
                words.Add($"{field.Name} = {Words(field, Layout.BytesOf(in value))}");
                AddBits(words, field, Layout.BytesOf(in value));
                AddOverlay(words, field, Layout.BytesOf(in value));
            }
        }

        return words.Count == 0 ? $"{T.Info.Name} {{ }}" : $"{T.Info.Name} {{ {string.Join(", ", words)} }}";
    }

    private static void AddBits(List<string> words, FieldInfo field, ReadOnlySpan<byte> layout)
    {
        if (field.Bits.Count > 0 && field.ReadInteger(layout) is { } all)
        {
            words.AddRange(field.Bits.Select(bits => $"{bits.Name} = {bits.Describe(bits.Of(all))}"));
        }
    }

    private static void AddOverlay(List<string> words, FieldInfo field, ReadOnlySpan<byte> layout)
    {
        foreach (var overlay in field.Overlays)
        {
            if (overlay.Applies(layout))
            {
                words.Add($"{overlay.Name} = {overlay.Layout.Describe(layout[field.Offset..])}");
            }
        }
    }

    private static string Words(FieldInfo field, ReadOnlySpan<byte> layout)
    {
        var bytes = layout.Slice(field.Offset, field.Width);
        return field switch
        {
            _ when field.ReadInteger(layout) is { } integer => field.Describe(integer),
            { Element: not null } => $"[{field.DescribeElements(layout)}]",
            { Kind: FieldKind.Text, Get: { } get } => TextForm.Quote((string)get(layout)),
            { Kind: FieldKind.Layout, Count: { } count, Nested: { } nested } =>
                string.Create(CultureInfo.InvariantCulture, $"[{count} {nested.Name}]"),
            { Kind: FieldKind.Layout, Nested: { } nested } => nested.Describe(bytes),
            { Get: { } get } => string.Create(CultureInfo.InvariantCulture, $"{get(layout)}"),
            _ when bytes.Length <= BytesShown => Convert.ToHexStringLower(bytes),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{Convert.ToHexStringLower(bytes[..BytesShown])}… ({bytes.Length} bytes)"),
        };
    }
}
