namespace FormatKit.Testing;

/// <summary>A rule that bytes break, as table and validation must both say.</summary>
internal readonly record struct BrokenRule(ViolationKind Kind, string Path, int Offset)
{
    public override string ToString() => $"{Kind} of {Path} at byte {Offset}";
}
