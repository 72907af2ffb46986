namespace FormatKit;

/// <summary>Finds the regions that a layout points at, by its field table.</summary>
internal ref struct RegionWalk
{
    private readonly LayoutInfo _outermost;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _blockSize;
    private readonly Span<FileRegion> _into;

    public RegionWalk(LayoutInfo outermost, ReadOnlySpan<byte> bytes, int blockSize, Span<FileRegion> into)
    {
        _blockSize = blockSize;
        _outermost = outermost;
        _bytes = bytes;
        _into = into;
    }

    public int Count { get; private set; }

    /// <summary>How many regions there are at most: of the overlays of one field, the most that one has.</summary>
    public static int CountOf(LayoutInfo layout)
    {
        var count = 0;
        for (var index = 0; index < layout.Fields.Count; index++)
        {
            var field = layout.Fields[index];
            count += field.Nested is { } nested ? CountOf(nested) * (field.Count ?? 1) : field.IsPosition ? 1 : 0;
            var most = 0;
            for (var overlay = 0; overlay < field.Overlays.Count; overlay++)
            {
                most = Math.Max(most, CountOf(field.Overlays[overlay].Layout));
            }

            count += most;
        }

        return count;
    }

    public void Run() => Add(_outermost, 0, 0, 0);

    private void Add(LayoutInfo layout, int start, ulong overlays, int depth)
    {
        var bytes = _bytes.Slice(start, layout.Size);
        for (var index = 0; index < layout.Fields.Count; index++)
        {
            var field = layout.Fields[index];
            if (!(field.IsPosition || field.Nested is not null || field.Overlays.Count > 0)
                || field.Applies?.Invoke(bytes) == false)
            {
                continue;
            }

            if (field.Nested is { } nested)
            {
                for (var element = 0; CountOf(nested) > 0 && element < (field.Count ?? 1); element++)
                {
                    Add(nested, start + field.Offset + (element * nested.Size), overlays, depth);
                }
            }
            else if (field.IsPosition)
            {
                AddRegion(layout, field, bytes, start + field.Offset, overlays);
            }

            for (var overlay = 0; overlay < field.Overlays.Count; overlay++)
            {
                if (field.Overlays[overlay].Applies(bytes))
                {
                    Add(
                        field.Overlays[overlay].Layout, start + field.Offset,
                        OverlaySteps.Append(overlays, depth, overlay), depth + 1);
                }
            }
        }
    }

    private void AddRegion(
        LayoutInfo layout, FieldInfo field, ReadOnlySpan<byte> bytes, int offset, ulong overlays)
    {
        if (field.ReadInteger(bytes) is not { } position || position == field.NullValue
            || Units.BytesOf(field.Unit, _blockSize) is not (> 0 and var unit))
        {
            return;
        }

        UInt128? length = null;
        if (field.LengthField is { } name && layout.Find(name) is { } measure
            && measure.ReadInteger(bytes) is { } count && measure.Applies?.Invoke(bytes) != false
            && (measure.Unit != Unit.Blocks || _blockSize > 0))
        {
            length = count == measure.NullValue ? 0 : (UInt128)count * Units.BytesOf(measure.Unit, _blockSize);
        }

        // What has no bytes is nowhere, whatever its position says.
        if (length != UInt128.Zero)
        {
            var start = (UInt128)position * unit;
            _into[Count++] = new FileRegion(_outermost, field, offset, start, length) { Overlays = overlays };
        }
    }
}
