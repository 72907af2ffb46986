namespace FormatKit;

/// <summary>Bytes of the file that a layout points at. The numbers are wider than any file, so that no field's value
/// overflows them.</summary>
/// <param name="Layout">The outermost layout.</param>
/// <param name="Field">The <see cref="PositionAttribute"/> field that says where it starts.</param>
/// <param name="Offset">Where that field starts, in bytes from the start of <paramref name="Layout"/>.</param>
/// <param name="Start">The first byte, from the start of the file.</param>
/// <param name="Length">How many bytes; null where the layout does not say.</param>
public readonly record struct FileRegion(
    LayoutInfo Layout, FieldInfo Field, int Offset, UInt128 Start, UInt128? Length)
{
    /// <summary>The path of the field, which names the region.</summary>
    public string Name => Layout.PathOf(Field, Offset, Overlays);

    /// <summary>The overlays that lead to the field, as <see cref="OverlaySteps"/> has them.</summary>
    internal ulong Overlays { get; init; }

    /// <summary>The first byte after it; where the length is not known, its start.</summary>
    public UInt128 End => Start + (Length ?? 0);

    /// <inheritdoc/>
    public override string ToString() =>
        Length is null ? $"{Name}, from byte {Start}" : $"{Name}, {Length} bytes from byte {Start}";
}
