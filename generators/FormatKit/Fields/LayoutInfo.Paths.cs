namespace FormatKit;

public sealed partial class LayoutInfo
{
    /// <summary>The path to a field that starts at <paramref name="offset"/>, through nested layouts and overlays; of
    /// two overlays of one layout that have it there, through the first.</summary>
    /// <param name="field">The field.</param>
    /// <param name="offset">Where it starts, in bytes from the start of this layout.</param>
    public string PathOf(FieldInfo field, int offset) => PathOf(field, offset, 0);

    /// <summary>The path to a field through overlays that are known.</summary>
    internal string PathOf(FieldInfo field, int offset, ulong overlays)
    {
        foreach (var candidate in Fields)
        {
            if (ReferenceEquals(candidate, field))
            {
                return field.Name;
            }

            if (offset < candidate.Offset || offset >= candidate.End)
            {
                continue;
            }

            if (candidate.Nested is { } nested)
            {
                var (index, within) = Math.DivRem(offset - candidate.Offset, nested.Size);
                var element = candidate.Count is null ? candidate.Name : $"{candidate.Name}[{index}]";
                return $"{element}.{nested.PathOf(field, within, overlays)}";
            }

            if (OverlayOf(candidate, field, offset - candidate.Offset, overlays) is { } overlay)
            {
                var inner = overlay.Layout.PathOf(field, offset - candidate.Offset, OverlaySteps.Rest(overlays));
                return $"{overlay.Name}.{inner}";
            }
        }

        return field.Name;
    }

    /// <summary>The field of a name, or the one whose bits have it.</summary>
    internal FieldInfo HolderOf(string name) =>
        Fields.First(field => field.Name == name || field.Bits.Any(bits => bits.Name == name));

    private static OverlayInfo? OverlayOf(FieldInfo region, FieldInfo field, int offset, ulong overlays) =>
        OverlaySteps.First(overlays) is { } index && index < region.Overlays.Count
            ? region.Overlays[index]
            : region.Overlays.FirstOrDefault(overlay => overlay.Layout.Holds(field, offset));

    private bool Holds(FieldInfo field, int offset) => Fields.Any(candidate =>
        ReferenceEquals(candidate, field)
            ? offset == candidate.Offset
            : offset >= candidate.Offset && offset < candidate.End
                && (candidate.Nested is { } nested
                    ? nested.Holds(field, (offset - candidate.Offset) % nested.Size)
                    : candidate.Overlays.Any(overlay => overlay.Layout.Holds(field, offset - candidate.Offset))));
}
