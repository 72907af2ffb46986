namespace FormatKit;

/// <summary>
/// Bytes without a meaning of their own, on a <c>readonly partial ReadOnlySpan&lt;byte&gt;</c> property. They are
/// preserved: tools in the wild keep flags there.
/// </summary>
/// <param name="length">How many bytes.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReservedAttribute(int length) : Attribute
{
    /// <summary>How many bytes.</summary>
    public int Length { get; } = length;
}
