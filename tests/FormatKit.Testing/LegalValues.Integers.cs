namespace FormatKit.Testing;

internal static partial class LegalValues
{
    private static Array Elements(FieldInfo field, Type type, Random random)
    {
        var values = Array.CreateInstance(type, field.Count!.Value);
        for (var index = 0; index < values.Length; index++)
        {
            values.SetValue(Draw(field.Element!, type, random), index);
        }

        return values;
    }
}
