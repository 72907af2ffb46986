namespace FormatKit.Testing;

/// <summary>The values that a declaration speaks of: a parser is likely to do something else at each of them.</summary>
internal static class Landmarks
{
    /// <summary>The values of an integer, as <see cref="TableDecoder.Token"/> reads them.</summary>
    public static IEnumerable<(string What, ulong Value)> Of(FieldInfo field)
    {
        if (field.Fixed is { } legal)
        {
            yield return ("the legal value", legal);
        }

        foreach (var named in field.EnumNames)
        {
            yield return (named.Name, named.Value);
        }

        if (field.NullValue is { } none)
        {
            yield return ("null", none);
        }

        if (field is { Minimum: { } minimum, Maximum: { } maximum })
        {
            yield return ("the least legal value", minimum & MaskOf(field));
            yield return ("the greatest legal value", maximum & MaskOf(field));
        }

        foreach (var one in field.OneOf)
        {
            yield return ($"legal {one}", one & MaskOf(field));
        }

        if (field.RequiredBits != 0)
        {
            yield return ("the required bits", field.RequiredBits);
        }

        if (field.KnownBits is { } known)
        {
            yield return ("all known bits", known);
        }
    }

    /// <summary>The greatest number of so many bytes.</summary>
    public static ulong MaskOf(FieldInfo field) => ulong.MaxValue >> (64 - (8 * Math.Clamp(field.Width, 1, 8)));
}
