using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitConstantRule(
        SourceWriter writer, TypeModel type, FieldModel field, FixedModel constant, int index)
    {
        var number = (NumberShape)field.Shape;
        var found = Read(type, number, number.Raw, "value", field.Offset);
        EmitExpect(writer, type, field, "Constant", index, found, Literals.Hex(constant.Value, field.Width));
    }

    private static void EmitConstantSeal(SourceWriter writer, TypeModel type, FieldModel field, FixedModel constant) =>
        writer.Lines($"value.{field.Property.Identifier} = "
            + $"({field.Property.Type}){Literals.Hex(constant.Value, field.Width)};");
}
