namespace FormatKit;

/// <summary>
/// The array of records ends with an element of which a field has a value; that element belongs to the array. Where a
/// <see cref="LengthAttribute"/>, a prefix in bytes or <see cref="RestAttribute"/> says how far the array goes, it ends
/// there at the latest, and the last element may be another. Where the field is computed on writing (a tag, the count
/// of an array, the length of bytes), what will be written counts, not what the property holds.
/// </summary>
/// <param name="field">The integer, enum or <see cref="FourCC"/> field of the element.</param>
/// <param name="value">The value: an integer, a member of the field's enum, or four characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UntilAttribute(string field, object value) : Attribute
{
    /// <summary>The field of the element.</summary>
    public string Field { get; } = field;

    /// <summary>The value that ends the array.</summary>
    public object Value { get; } = value;

    /// <summary>The most elements that are accepted; by default <see cref="RecordLimits.Count"/>.</summary>
    public int Max { get; init; }
}
