namespace FormatKit;

/// <summary>The bytes of a structure, taken apart by its field table.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Available">How many bytes there were, at most the layout's size.</param>
/// <param name="Fields">The fields in disk order.</param>
public sealed record Dissection(LayoutInfo Layout, int Available, IReadOnlyList<DissectedField> Fields)
{
    /// <summary>Whether there were fewer bytes than the layout has.</summary>
    public bool IsCutOff => Available < Layout.Size;

    /// <summary>All broken rules, in disk order.</summary>
    public IEnumerable<Violation> Violations => Fields.SelectMany(row => row.Violations);
}
