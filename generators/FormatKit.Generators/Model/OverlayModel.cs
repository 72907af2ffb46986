namespace FormatKit.Generators.Model;

/// <summary>A layout that the bytes of a field are while a tag has a value.</summary>
/// <param name="Property">The property that the user declared.</param>
/// <param name="Type">The layout, as code from anywhere.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Condition">When the bytes are the layout.</param>
/// <param name="Spec">The clause that defines the overlay.</param>
/// <param name="Doc">What the user says about the overlay.</param>
internal sealed record OverlayModel(
    PropertyModel Property, string Type, int Size, ConditionModel Condition, string? Spec, DocModel Doc);
