namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private bool ParseEnumPolicy(FieldContext field) =>
        field.Find("EnumPolicy") is { } policy && ParseMember(policy, 0, field.Name) == "Reject";
}
