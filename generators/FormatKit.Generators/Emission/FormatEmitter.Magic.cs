using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitMagicRule(
        SourceWriter writer, TypeModel type, FieldModel field, FixedModel magic, int index)
    {
        var found = magic.Text is null && field.Shape is NumberShape number
            ? Read(type, number, number.Raw, "value", field.Offset)
            : $"global::FormatKit.FieldAccess.ReadMagic(in value, {field.Offset}, {field.Width})";
        EmitExpect(writer, type, field, "Magic", index, found, Literals.Hex(magic.Value, field.Width));
    }

    private static void EmitMagicSeal(SourceWriter writer, FieldModel field, FixedModel magic)
    {
        var value = Literals.Hex(magic.Value, field.Width);
        writer.Lines(magic.Text is null
            ? $"value.{field.Property.Identifier} = {value};"
            : $"global::FormatKit.FieldAccess.WriteMagic(ref value, {field.Offset}, {field.Width}, {value});");
    }
}
