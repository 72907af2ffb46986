using System.Collections.Immutable;
using System.Globalization;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Locking;

/// <summary>Says what the bytes of a layout are.</summary>
internal static class LayoutListing
{
    public static LockedType Of(LayoutModel layout) => new(
        $"layout {layout.Type.FullName.Replace("global::", string.Empty)}",
        layout.Size == 1 ? "1 byte" : $"{Text(layout.Size)} bytes",
        layout.Fields.Select(field => new LockedField(
            Text(field.Offset), Text(field.Width), field.Property.Name, FieldListing.Kind(field))).ToImmutableArray());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
