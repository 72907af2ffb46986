namespace FormatKit;

/// <summary>
/// Makes an abstract <c>partial</c> class (or record class) a closed set of records, told apart by a tag:
/// <see cref="VariantAttribute"/> lists them, and <see cref="OtherVariantAttribute"/> may name one that keeps every tag
/// which is not listed. Each is a <see cref="BinaryRecordAttribute"/> class that derives from this one.
/// </summary>
/// <typeparam name="TTag">The type of the tag: an integer, an enum or <see cref="FourCC"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BinaryVariantsAttribute<TTag> : Attribute
    where TTag : unmanaged
{
    /// <summary>The specification and clause that defines the set.</summary>
    public string? Spec { get; init; }
}
