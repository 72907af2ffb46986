using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width) ParseFloat(FieldContext field) =>
        field.Type.SpecialType == SpecialType.System_Single
            ? (new FloatShape(ParseEndian(field), "uint"), 4)
            : (new FloatShape(ParseEndian(field), "ulong"), 8);

    /// <summary>An integer of 16 bytes: values that rules speak of have 8 at most, so it has none of these.</summary>
    private (FieldShape Shape, int Width) ParseWide(FieldContext field) =>
        (new WideShape(ParseEndian(field), IsSigned: field.Type.Name == "Int128"), 16);
}
