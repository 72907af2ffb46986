namespace FormatKit.Generators.Model;

/// <summary>A correct set of variants.</summary>
/// <param name="Type">The abstract class.</param>
/// <param name="Header">Its other part.</param>
/// <param name="Spec">The specification and clause.</param>
/// <param name="Doc">What the user says about the class.</param>
/// <param name="Tag">The tag as a field of its own.</param>
/// <param name="Variants">The variants.</param>
/// <param name="Other">The record of every other tag, as code, and its property that keeps the tag.</param>
internal sealed record VariantsModel(
    TypeModel Type,
    string Header,
    string? Spec,
    DocModel Doc,
    FieldModel Tag,
    EquatableArray<VariantModel> Variants,
    OtherVariantModel? Other);

internal sealed record VariantModel(ulong Tag, string Type);

internal sealed record OtherVariantModel(string Type, string Property);
