namespace FormatKit.Testing;

/// <summary>A region's overlays, which stand beside it.</summary>
public sealed partial class PlacedField
{
    /// <summary>The path of an overlay of the field.</summary>
    internal string PathOf(OverlayInfo overlay) => Path[..^Field.Name.Length] + overlay.Name;

    /// <summary>Whether the tag, by the table, tells that the field is an overlay.</summary>
    internal bool IsNow(OverlayInfo overlay, ReadOnlySpan<byte> outermost)
    {
        var (holder, bits) = TagOf(overlay);
        var all = TableDecoder.Token(holder, outermost.Slice(_layoutOffset + holder.Offset, holder.Width))
            ?? throw Broken($"the tag of {overlay.Name} is no integer");
        return overlay.Condition.HoldsFor((ulong)(bits is null ? all : (all & bits.Mask) >> bits.Shift));
    }

    /// <summary>Whether every overlay that the field stands in, by the table, is what its region is.</summary>
    internal bool IsTold(ReadOnlySpan<byte> outermost) =>
        _holder is null || ((_overlay is null || _holder.IsNow(_overlay, outermost)) && _holder.IsTold(outermost));

    /// <summary>Makes the tag tell an overlay, by the table.</summary>
    internal void Tell(OverlayInfo overlay, Span<byte> outermost)
    {
        var (holder, bits) = TagOf(overlay);
        var place = outermost.Slice(_layoutOffset + holder.Offset, holder.Width);
        var rest = bits is null ? 0 : (ulong)TableDecoder.Token(holder, place)!.Value & ~bits.Mask;
        TableEncoder.Write(holder, place, rest | (overlay.Value << (bits?.Shift ?? 0)));
    }

    internal object Get(OverlayInfo overlay, ReadOnlySpan<byte> outermost) => overlay.Get(Within(outermost));

    internal void Set(OverlayInfo overlay, Span<byte> outermost, object value) =>
        overlay.Set(WithinToEdit(outermost), value);

    internal bool Applies(OverlayInfo overlay, ReadOnlySpan<byte> outermost) => overlay.Applies(Within(outermost));

    internal ReadOnlySpan<byte> GetBytes(OverlayInfo overlay, ReadOnlySpan<byte> outermost) =>
        overlay.GetBytes(Within(outermost));

    internal Span<byte> EditBytes(OverlayInfo overlay, Span<byte> outermost) =>
        overlay.EditBytes(WithinToEdit(outermost));

    private (FieldInfo Holder, BitRangeInfo? Bits) TagOf(OverlayInfo overlay)
    {
        foreach (var field in Layout.Fields)
        {
            if (field.Name == overlay.Tag)
            {
                return (field, null);
            }

            if (field.Bits.FirstOrDefault(bits => bits.Name == overlay.Tag) is { } found)
            {
                return (field, found);
            }
        }

        throw Broken($"the tag '{overlay.Tag}' of {overlay.Name} is no field of {Layout.Name}");
    }
}
