namespace FormatKit.Generators.Model;

/// <summary>Bits of an integer field that have a property of their own.</summary>
/// <param name="Property">The property that the user declared.</param>
/// <param name="Shift">The lowest bit, counted from the least significant one.</param>
/// <param name="Count">How many bits.</param>
/// <param name="Order">How the user counts: a member of <c>BitOrder</c>.</param>
/// <param name="Raw">The unsigned integer type as wide as the property's; null for <c>bool</c>.</param>
/// <param name="Container">The unsigned integer type of the field that holds the bits.</param>
/// <param name="Names">The names of an enum's values.</param>
/// <param name="Spec">The clause that defines the bits.</param>
/// <param name="Doc">What the user says about the bits.</param>
internal sealed record BitRangeModel(
    PropertyModel Property,
    int Shift,
    int Count,
    string Order,
    string? Raw,
    string Container,
    EquatableArray<EnumName> Names,
    string? Spec,
    DocModel Doc);
