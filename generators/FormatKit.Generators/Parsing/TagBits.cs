using System.Globalization;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>Arguments of any type as the bits of a field of fixed width.</summary>
internal static class TagBits
{
    /// <summary>The bits; null where the field cannot hold the value.</summary>
    public static ulong? Of(TypedConstant constant, FieldModel field)
    {
        if (constant.Value is string text)
        {
            return field.Shape is FourCCShape && text.Length == 4 && text.All(character => character < 128)
                ? text.Aggregate(0UL, (bits, character) => (bits << 8) | character)
                : null;
        }

        if (field.Shape is FourCCShape || constant.Value is null)
        {
            return null;
        }

        if (constant.Value is bool truth)
        {
            return field.Property.Type == "bool" ? truth ? 1UL : 0UL : null;
        }

        if (constant.Kind == TypedConstantKind.Enum
            && (field.Shape is not EnumShape || CodeNames.Full(constant.Type!) != field.Property.Type))
        {
            return null;
        }

        if (constant.Value is not (byte or sbyte or short or ushort or int or uint or long or ulong or char))
        {
            return null;
        }

        var maximum = FormatParser.MaximumOf(Math.Min(8, field.Width));
        if (constant.Value is ulong wide)
        {
            return wide <= maximum ? wide : null;
        }

        var number = constant.Value is char letter
            ? letter
            : Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture);
        var isSigned = field.Shape is IntegerShape { IsSigned: true } || constant.Kind == TypedConstantKind.Enum;
        var least = isSigned ? -(long)(maximum >> 1) - 1 : 0;
        return number >= least && (number < 0 || (ulong)number <= maximum) ? (ulong)number & maximum : null;
    }

    /// <summary>What a field accepts, in words.</summary>
    public static string Accepted(FieldModel field) => field switch
    {
        { Shape: FourCCShape } => "four ASCII characters",
        { Shape: EnumShape } => $"a member of {field.Property.Type.Replace("global::", string.Empty)}",
        { Property.Type: "bool" } => "true or false",
        _ => $"an integer of {field.Width * 8} bits",
    };
}
