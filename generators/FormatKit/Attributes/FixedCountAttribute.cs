namespace FormatKit;

/// <summary>
/// How many elements an array has, on a <c>readonly partial ReadOnlySpan&lt;TLayout&gt;</c> property for layouts or a
/// <c>readonly partial ReadOnlyEndianSpan&lt;TInteger&gt;</c> one for integers.
/// </summary>
/// <param name="count">The number of elements.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FixedCountAttribute(int count) : Attribute
{
    /// <summary>The number of elements.</summary>
    public int Count { get; } = count;
}
