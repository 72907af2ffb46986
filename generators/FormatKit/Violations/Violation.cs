namespace FormatKit;

/// <summary>
/// One broken rule. It carries numbers and references to static tables only, so that collecting it allocates nothing;
/// words are made when they are asked for.
/// </summary>
/// <param name="Kind">Which rule was broken.</param>
/// <param name="Layout">The outermost layout that was validated.</param>
/// <param name="Field">The field that broke the rule, in whichever nested layout it stands.</param>
/// <param name="Offset">Where the field starts, in bytes from the start of <paramref name="Layout"/>.</param>
/// <param name="Found">The value found, as the field's integer; for text magics the disk bytes read big endian.</param>
/// <param name="Expected">The value expected, likewise; 0 for <see cref="ViolationKind.UnknownValue"/>.</param>
public readonly record struct Violation(
    ViolationKind Kind, LayoutInfo Layout, FieldInfo Field, int Offset, ulong Found, ulong Expected)
{
    /// <summary>The stable code: <c>FKV001</c> and so on.</summary>
    public string Code => $"FKV{(int)Kind:000}";

    /// <summary>The path from the outermost layout, such as <c>ParentLocators[2].PlatformCode</c>.</summary>
    public string Path => Layout.PathOf(Field, Offset);

    /// <summary>The value found, in words.</summary>
    public string FoundText => Field.Describe(Found);

    /// <summary>What would have been accepted, in words.</summary>
    public string ExpectedText =>
        Kind == ViolationKind.UnknownValue ? Field.DescribeNames() : Field.Describe(Expected);

    /// <summary>The clause of the field's specification, or its layout's.</summary>
    public string? Spec => Field.Spec ?? Layout.Spec;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Code}: {Layout.Name}.{Path} at byte {Offset}: found {FoundText}, expected {ExpectedText}";
}
