namespace FormatKit.Testing;

/// <summary>
/// A field where it stands in an outermost layout, and its accessors, reached through those of its holders.
/// </summary>
public sealed partial class PlacedField
{
    private readonly PlacedField? _holder;
    private readonly int _element;
    private readonly OverlayInfo? _overlay;
    private readonly int _layoutOffset;

    private PlacedField(FieldInfo field, LayoutInfo layout, PlacedField? holder, int element, OverlayInfo? overlay)
    {
        Field = field;
        Layout = layout;
        _holder = holder;
        _element = element;
        _overlay = overlay;
        _layoutOffset = holder is null ? 0 : holder.Offset + (element * layout.Size);
        Path = holder is null ? field.Name
            : overlay is not null ? $"{holder.PathOf(overlay)}.{field.Name}"
            : holder.Field.Count is null ? $"{holder.Path}.{field.Name}"
            : $"{holder.Path}[{element}].{field.Name}";
    }

    /// <summary>What the field is.</summary>
    public FieldInfo Field { get; }

    /// <summary>The layout that holds the field: the outermost or a nested one.</summary>
    public LayoutInfo Layout { get; }

    /// <summary>The path from the outermost layout, such as <c>ParentLocators[2].PlatformCode</c>.</summary>
    public string Path { get; }

    /// <summary>Where the field starts, in bytes from the start of the outermost layout.</summary>
    public int Offset => _layoutOffset + Field.Offset;

    /// <summary>The first byte after the field.</summary>
    public int End => Offset + Field.Width;

    /// <summary>
    /// All fields of a layout in disk order; after one that holds layouts, the fields of each of these, and after one
    /// that has overlays, those of each overlay, whatever the tag says.
    /// </summary>
    public static IReadOnlyList<PlacedField> AllOf(LayoutInfo layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return [.. Walk(layout, null, 0, null)];
    }

    /// <inheritdoc/>
    public override string ToString() => Path;

    internal bool LayoutHolds(int offset) => offset >= _layoutOffset && offset < _layoutOffset + Layout.Size;

    /// <summary>Whether regions outside of the layout that holds the field are regions of the outermost one.</summary>
    internal bool ReachesExternals =>
        _holder is null || (_overlay is null && _holder.Field.ReachesExternals && _holder.ReachesExternals);

    /// <summary>Whether sealing sets the field.</summary>
    internal bool IsSealed =>
        Field.Role is FieldRole.Magic or FieldRole.Constant or FieldRole.Checksum
        || Field.ReservedPolicy == ReservedPolicy.ZeroOnWrite;

    /// <summary>Whether it depends on other fields if the rules of this one, or of a holder, count.</summary>
    internal bool DependsOnOthers =>
        Field.Condition is not null || _overlay is not null || _holder?.DependsOnOthers == true;

    /// <summary>How many layouts and overlays the field stands in.</summary>
    internal int Depth => _holder is null ? 0 : _holder.Depth + 1;

    /// <summary>
    /// Whether the field and all that hold it count: by the table where a field decides, in a computed property by
    /// its code.
    /// </summary>
    internal bool Counts(ReadOnlySpan<byte> outermost)
    {
        if (_holder?.Counts(outermost) == false || (_overlay is not null && !_holder!.IsNow(_overlay, outermost)))
        {
            return false;
        }

        if (Field.Condition is not { } condition)
        {
            return true;
        }

        var holder = outermost.Slice(_layoutOffset, Layout.Size);
        return Layout.Find(condition.Member) is { } decider
            && TableDecoder.Token(decider, holder.Slice(decider.Offset, decider.Width)) is { } token
                ? condition.HoldsFor(token)
                : (Field.Applies ?? throw Missing(nameof(Field.Applies)))(holder);
    }

    internal object Get(ReadOnlySpan<byte> outermost) =>
        (Field.Get ?? throw Missing(nameof(Get)))(Within(outermost));

    internal void Set(Span<byte> outermost, object value) =>
        (Field.Set ?? throw Missing(nameof(Set)))(WithinToEdit(outermost), value);

    internal object GetBits(BitRangeInfo bits, ReadOnlySpan<byte> outermost) => bits.Get(Within(outermost));

    internal void SetBits(BitRangeInfo bits, Span<byte> outermost, object value) =>
        bits.Set(WithinToEdit(outermost), value);

    internal ReadOnlySpan<byte> GetBytes(ReadOnlySpan<byte> outermost) =>
        (Field.GetBytes ?? throw Missing(nameof(GetBytes)))(Within(outermost));

    internal Span<byte> EditBytes(Span<byte> outermost) =>
        (Field.EditBytes ?? throw Missing(nameof(EditBytes)))(WithinToEdit(outermost));

    internal BrokenClaimException Broken(string claim) => new(Path, Offset, Field.Width, claim);

    private static IEnumerable<PlacedField> Walk(
        LayoutInfo layout, PlacedField? holder, int element, OverlayInfo? overlay)
    {
        foreach (var field in layout.Fields)
        {
            var placed = new PlacedField(field, layout, holder, element, overlay);
            yield return placed;
            for (var index = 0; field.Nested is not null && index < (field.Count ?? 1); index++)
            {
                foreach (var inner in Walk(field.Nested, placed, index, null))
                {
                    yield return inner;
                }
            }

            foreach (var inner in field.Overlays.SelectMany(view => Walk(view.Layout, placed, 0, view)))
            {
                yield return inner;
            }
        }
    }

    private ReadOnlySpan<byte> Within(ReadOnlySpan<byte> outermost) =>
        _holder is null ? outermost
        : _overlay is not null ? _holder.GetBytes(_overlay, outermost)
        : _holder.GetBytes(outermost).Slice(_element * Layout.Size, Layout.Size);

    private Span<byte> WithinToEdit(Span<byte> outermost) =>
        _holder is null ? outermost
        : _overlay is not null ? _holder.EditBytes(_overlay, outermost)
        : _holder.EditBytes(outermost).Slice(_element * Layout.Size, Layout.Size);

    private BrokenClaimException Missing(string accessor) => Broken($"a {Field.Kind} field needs {accessor}");
}
