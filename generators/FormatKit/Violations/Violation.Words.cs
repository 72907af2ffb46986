namespace FormatKit;

public readonly partial record struct Violation
{
    /// <summary>What was found, in words.</summary>
    public string FoundText => Kind switch
    {
        ViolationKind.RegionOverlap => $"a region from byte {Found}",
        ViolationKind.RegionPastEnd when Field.LengthField is null => $"a region from byte {Found}",
        ViolationKind.RegionPastEnd => $"a region up to byte {Found}",
        ViolationKind.Rule when !Field.IsInteger => "its bytes",
        _ => Field.Describe(Found),
    };

    /// <summary>What would have been accepted, in words.</summary>
    public string ExpectedText => Kind switch
    {
        ViolationKind.UnknownValue => Field.DescribeNames(),
        ViolationKind.Range => Field.DescribeRange(),
        ViolationKind.PowerOfTwo => "a power of two",
        ViolationKind.OneOf => Field.DescribeOneOf(),
        ViolationKind.MissingFlags => $"{Field.Describe(Expected)} set",
        ViolationKind.UnknownFlags => $"no bits but {Field.Describe(Expected)}",
        ViolationKind.NotBoolean => "0 or 1",
        ViolationKind.Time => $"at most {Field.Describe(Expected)}",
        ViolationKind.Rule => $"that {Rule?.Text}",
        ViolationKind.RegionOverlap =>
            $"none before byte {Expected}, where the region of "
            + $"{Layout.PathOf(Other ?? Field, OtherOffset, OtherOverlays)} ends",
        ViolationKind.RegionPastEnd => $"it within the {Expected} bytes of the file",
        _ => Field.Describe(Expected),
    };
}
