namespace FormatKit;

/// <summary>
/// Bits of an unsigned integer field, under a name of their own, on a property of type <see cref="bool"/> (one bit), of
/// an unsigned integer or an enum. It has no bytes of its own: it reads and writes its bits within the other field.
/// </summary>
/// <param name="field">The unsigned integer field of the same layout that holds the bits.</param>
/// <param name="start">The first bit, in the order that <see cref="Order"/> says.</param>
/// <param name="count">How many bits.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BitsAttribute(string field, int start, int count = 1) : Attribute
{
    /// <summary>The field that holds the bits.</summary>
    public string Field { get; } = field;

    /// <summary>The first bit.</summary>
    public int Start { get; } = start;

    /// <summary>How many bits.</summary>
    public int Count { get; } = count;

    /// <summary>Which bit is number 0.</summary>
    public BitOrder Order { get; init; }
}
