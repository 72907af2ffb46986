namespace FormatKit;

/// <summary>
/// One broken rule. It carries numbers and references to static tables only, so that collecting it allocates nothing;
/// words are made when they are asked for.
/// </summary>
/// <param name="Kind">Which rule was broken.</param>
/// <param name="Layout">The outermost layout that was validated.</param>
/// <param name="Field">The field that broke the rule, in whichever nested layout it stands.</param>
/// <param name="Offset">Where the field starts, in bytes from the start of <paramref name="Layout"/>.</param>
/// <param name="Found">The value found, as the field's integer; for text magics the disk bytes read big endian. For
/// regions the byte where it starts (<see cref="ViolationKind.RegionOverlap"/>) or ends; for
/// <see cref="ViolationKind.NotZero"/> the first byte that is not zero, plus 256 times its index in the field.</param>
/// <param name="Expected">The value expected, likewise: the required or known bits of flags, the length of the file
/// or the end of the other region, the greatest truth or time; 0 for rules that no single value keeps.</param>
public readonly partial record struct Violation(
    ViolationKind Kind, LayoutInfo Layout, FieldInfo Field, int Offset, ulong Found, ulong Expected)
{
    /// <summary>The rule in C# that does not hold, for <see cref="ViolationKind.Rule"/>.</summary>
    public RuleInfo? Rule { get; init; }

    /// <summary>The position of the other region, for <see cref="ViolationKind.RegionOverlap"/>.</summary>
    public FieldInfo? Other { get; init; }

    /// <summary>Where <see cref="Other"/> starts, in bytes from the start of <see cref="Layout"/>.</summary>
    public int OtherOffset { get; init; }

    /// <summary>Whether it stands within a nested layout whose field is strict.</summary>
    internal bool IsWithinStrict { get; init; }

    /// <summary>The overlays that lead to <see cref="Field"/>, as <see cref="OverlaySteps"/> has them.</summary>
    internal ulong Overlays { get; init; }

    /// <summary>The overlays that lead to <see cref="Other"/>, likewise.</summary>
    internal ulong OtherOverlays { get; init; }

    /// <summary>The stable code: <c>FKV001</c> and so on.</summary>
    public string Code => $"FKV{(int)Kind:000}";

    /// <summary>The path from the outermost layout, such as <c>ParentLocators[2].PlatformCode</c>.</summary>
    public string Path => Layout.PathOf(Field, Offset, Overlays);

    /// <summary>Whether <see cref="Strictness.Wild"/> does not report it.</summary>
    public bool IsStrict => IsWithinStrict || (Rule?.IsStrict ?? Field.IsStrict);

    /// <summary>The clause of the rule, of the field, or of the layout.</summary>
    public string? Spec => Rule?.Spec ?? Field.Spec ?? Layout.Spec;

    /// <inheritdoc/>
    public override string ToString()
    {
        var clause = (Rule?.Spec ?? Field.Spec) is { } own ? $" ({own})" : null;
        return $"{Code}: {Layout.Name}.{Path} at byte {Offset}: found {FoundText}, expected {ExpectedText}{clause}";
    }
}
