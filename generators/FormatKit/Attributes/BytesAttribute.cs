namespace FormatKit;

/// <summary>Raw bytes with a meaning, on a <c>readonly partial ReadOnlySpan&lt;byte&gt;</c> property: a hash, a nonce,
/// a region whose interpretation depends on another field.</summary>
/// <param name="length">How many bytes.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BytesAttribute(int length) : Attribute
{
    /// <summary>How many bytes.</summary>
    public int Length { get; } = length;
}
