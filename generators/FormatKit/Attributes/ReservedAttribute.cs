namespace FormatKit;

/// <summary>
/// Bytes without a meaning of their own, on a <c>readonly partial ReadOnlySpan&lt;byte&gt;</c> property. Unless the
/// policy says otherwise they are preserved: tools in the wild keep flags there.
/// </summary>
/// <param name="length">How many bytes.</param>
/// <param name="policy">What becomes of them.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReservedAttribute(int length, ReservedPolicy policy = ReservedPolicy.Preserve) : Attribute
{
    /// <summary>How many bytes.</summary>
    public int Length { get; } = length;

    /// <summary>What becomes of them.</summary>
    public ReservedPolicy Policy { get; } = policy;
}
