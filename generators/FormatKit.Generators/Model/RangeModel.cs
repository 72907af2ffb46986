namespace FormatKit.Generators.Model;

/// <summary>The least and greatest legal values, as the bits of 64; extended by the sign where the field has one.
/// </summary>
internal sealed record RangeModel(ulong Minimum, ulong Maximum, bool IsSigned)
{
    public override string ToString() =>
        IsSigned ? $"{unchecked((long)Minimum)} to {unchecked((long)Maximum)}" : $"{Minimum} to {Maximum}";
}
