using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitEnumPolicyRule(
        SourceWriter writer, TypeModel type, FieldModel field, EnumShape named, int index)
    {
        var found = Read(type, named, named.Raw, "value", field.Offset);
        var values = named.Names.Select(name => name.Value).Distinct();
        writer.Lines($"""
            broken += global::FormatKit.FieldRules.ExpectNamed<{type.Identifier}, TSink>(
                /* {field.Property.Name} */ {index},
                found: {found},
                isNamed: {found}
                    is {string.Join(" or ", values)},
                ref sink);
            """);
    }
}
