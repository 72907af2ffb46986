using System.Globalization;
using System.Text.Json;

namespace FormatKit.Interop.Tests.Schemas;

/// <summary>What Kaitai Struct read, held against what we read.</summary>
internal static partial class KaitaiReading
{
    public static void AssertSame(LayoutInfo layout, ReadOnlySpan<byte> bytes, JsonElement read)
    {
        var ids = new KaitaiIds(layout);
        foreach (var field in layout.Fields)
        {
            AssertSame(field, bytes, read.GetProperty(ids.Of(field.Name)));
            foreach (var bits in field.Bits)
            {
                var ours = bits.Get(bytes);
                var theirs = read.GetProperty(ids.Of(bits.Name));
                Assert.Equal(
                    $"{bits.Name} = {(ours is bool ? ours : Convert.ToUInt64(ours, CultureInfo.InvariantCulture))}",
                    $"{bits.Name} = {theirs}");
            }
        }
    }

    private static void AssertSame(FieldInfo field, ReadOnlySpan<byte> bytes, JsonElement read)
    {
        var raw = bytes.Slice(field.Offset, field.Width);
        switch (field)
        {
            case { Nested: { } nested, Count: { } count }:
                for (var index = 0; index < count; index++)
                {
                    AssertSame(nested, raw.Slice(index * nested.Size, nested.Size), read[index]);
                }

                return;
            case { Nested: { } nested }:
                AssertSame(nested, raw, read);
                return;
            case { Kind: FieldKind.Bytes } when ActiveOverlay(field, bytes) is { } overlay:
                AssertSame(overlay.Layout, raw[..overlay.Layout.Size], read);
                return;
            case { Kind: FieldKind.Float }:
                AssertSameFloat(field, Convert.ToDouble(field.Get!(bytes), CultureInfo.InvariantCulture), read);
                return;
            case { Kind: FieldKind.Integers }:
                var ours = ((Array)field.Get!(bytes)).Cast<IFormattable>().Select(Plain);
                Assert.Equal(
                    $"{field.Name} = {string.Join(" ", ours)}",
                    $"{field.Name} = {string.Join(" ", read.EnumerateArray())}");
                return;
            case { Kind: FieldKind.Text, Padding: TextPadding.Space }:
                // Wide spaces cannot be taken off there.
                Assert.Equal($"text:{field.Get!(bytes)}", read.GetString()!.TrimEnd(' '));
                return;
            default:
                Assert.Equal($"{field.Name} = {OursOf(field, bytes, raw)}", $"{field.Name} = {read}");
                return;
        }
    }

    private static object? OursOf(FieldInfo field, ReadOnlySpan<byte> layout, ReadOnlySpan<byte> raw) => field switch
    {
        { Kind: FieldKind.Text } => "text:" + field.Get!(layout),
        { Kind: FieldKind.Signed, Width: <= 8 } => Convert.ToInt64(field.Get!(layout), CultureInfo.InvariantCulture),
        { Kind: FieldKind.Unsigned, Width: <= 8 } => Convert.ToUInt64(field.Get!(layout), CultureInfo.InvariantCulture),
        { Kind: FieldKind.Enum or FieldKind.Timestamp } => field.ReadInteger(layout),
        { Kind: FieldKind.Bool } => raw[0],
        _ => "hex:" + Convert.ToHexStringLower(raw),
    };

    private static OverlayInfo? ActiveOverlay(FieldInfo field, ReadOnlySpan<byte> bytes)
    {
        foreach (var overlay in field.Overlays)
        {
            if (overlay.Applies(bytes))
            {
                return overlay;
            }
        }

        return null;
    }

    // A value that is no number may lose its payload when it becomes wider.
    private static void AssertSameFloat(FieldInfo field, double ours, JsonElement read)
    {
        var theirs = BitConverter.Int64BitsToDouble(
            Convert.ToInt64(read.GetString()!["bits:".Length..], fromBase: 16));
        Assert.True(ours.Equals(theirs), $"{field.Name}: {ours} is read as {theirs}");
    }

    // Enums are exported as the bits that they are.
    private static string Plain(IFormattable element) => element is Enum
        ? element.ToString("D", null) is ['-', ..] and var negative
            ? (long.Parse(negative, CultureInfo.InvariantCulture) & Mask(element))
                .ToString(CultureInfo.InvariantCulture)
            : element.ToString("D", null)
        : element.ToString(null, CultureInfo.InvariantCulture);

    private static long Mask(object element) =>
        (1L << (8 * System.Runtime.InteropServices.Marshal.SizeOf(Enum.GetUnderlyingType(element.GetType())))) - 1;
}
