namespace FormatKit;

/// <summary>
/// The field holds the checksum of the whole layout with the field itself taken as zero: <c>Seal</c> computes it,
/// <c>Validate</c> compares it.
/// </summary>
/// <typeparam name="TAlgorithm">An <see cref="IChecksumAlgorithm{TValue}"/> of the field's type.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChecksumAttribute<TAlgorithm> : Attribute;
