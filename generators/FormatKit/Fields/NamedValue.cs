namespace FormatKit;

/// <summary>A name that an enum gives to a value.</summary>
/// <param name="Value">The value, as the bits of the field.</param>
/// <param name="Name">The name.</param>
public readonly record struct NamedValue(ulong Value, string Name);
