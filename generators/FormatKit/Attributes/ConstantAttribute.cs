namespace FormatKit;

/// <summary>The integer field has one legal value (a version, a fixed pointer): <c>Seal</c> writes it, <c>Validate</c>
/// demands it. Unlike a magic it does not tell the format.</summary>
/// <param name="value">The one legal value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConstantAttribute(ulong value) : Attribute
{
    /// <summary>The one legal value.</summary>
    public ulong Value { get; } = value;
}
