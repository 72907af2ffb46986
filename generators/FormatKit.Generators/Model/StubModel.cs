namespace FormatKit.Generators.Model;

/// <summary>What is emitted for a wrong declaration: members that compile and do nothing, so that the compiler's list
/// holds our diagnostic and not its consequences.</summary>
internal sealed record StubModel(TypeModel Type, EquatableArray<PropertyModel> Properties);
