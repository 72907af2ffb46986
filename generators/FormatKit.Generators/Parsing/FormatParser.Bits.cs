using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>Gives each field its named bits. They have no bytes of their own, and so are no fields.</summary>
    private void ParseBits(IReadOnlyList<(FieldContext Context, PropertyModel Property)> parts, List<FieldDraft> drafts)
    {
        foreach (var (context, property) in parts)
        {
            if (context.Find("Bits") is not { } bits || !RefuseDirectivesOfParts(context, "Bits"))
            {
                continue;
            }

            if (!bits.TryGetText(0, out var name) || !bits.TryGetInt32(1, out var start)
                || !bits.TryGetInt32(2, out var count))
            {
                _isUnfinished = true;
            }
            else if (FindField(drafts, name) is not { } index)
            {
                RefuseUnknownField(DiagnosticTable.BitsOfUnknownField, bits, 0, context, name);
            }
            else if (ParseBitRange(context, property, bits, drafts[index].Field, start, count) is { } range)
            {
                var field = drafts[index].Field;
                drafts[index] = drafts[index] with
                {
                    Field = field with { Bits = field.Bits.Append(range).ToImmutableArray() },
                };
            }
        }
    }

    private BitRangeModel? ParseBitRange(
        FieldContext context, PropertyModel property, Annotation bits, FieldModel field, int start, int count)
    {
        var holder = (IPropertySymbol)_type.GetMembers(field.Property.Name).First(member => member is IPropertySymbol);
        var integer = (holder.Type as INamedTypeSymbol)?.EnumUnderlyingType ?? holder.Type;
        if (field.Shape is not (IntegerShape or EnumShape) || field.Width > 8
            || Integer(integer) is not { IsSigned: false } container)
        {
            var type = holder.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(
                DiagnosticTable.BitsOfNoUnsignedInteger, bits.ArgumentLocation(0),
                context.Name, field.Property.Name, type);
            return null;
        }

        if (ParseNamedMember(bits, "Order", "LeastSignificantFirst", context.Name) is not { } order)
        {
            return null;
        }

        var all = 8 * field.Width;
        if (count < 1 || start < 0 || (long)start + count > all)
        {
            var at = bits.ArgumentLocation(start < 0 || start >= all ? 1 : 2);
            Report(
                DiagnosticTable.BitsOutOfField, at,
                context.Name, Text(count), Text(start), field.Property.Name, Text(all - 1));
            return null;
        }

        if (ParseBitsType(context, count) is not { } shown)
        {
            return null;
        }

        var shift = order == "LeastSignificantFirst" ? start : all - start - count;
        if (field.Bits.FirstOrDefault(other => Overlap(other, shift, count)) is { } taken)
        {
            Report(
                DiagnosticTable.BitsOverlap, bits.ArgumentLocation(1),
                context.Name, taken.Property.Name, field.Property.Name, FreeBits(field, order, all, count));
            return null;
        }

        var spec = context.Find("Spec") is { } clause && clause.TryGetText(0, out var text) ? text : null;
        var doc = DocParser.Parse(context.Symbol, context.Syntax);
        return new BitRangeModel(
            property, shift, count, order, shown.Raw, container.Raw, shown.Names, spec, doc);
    }

    /// <summary>What a property shows of its bits: one as a truth value, several as an integer or an enum.</summary>
    private (string? Raw, ImmutableArray<EnumName> Names)? ParseBitsType(FieldContext context, int count)
    {
        var named = context.Type as INamedTypeSymbol;
        var isEnum = context.Type.TypeKind == TypeKind.Enum;
        if (context.Type.SpecialType == SpecialType.System_Boolean)
        {
            if (count == 1)
            {
                return (null, []);
            }
        }
        else if (Integer(isEnum ? named!.EnumUnderlyingType : context.Type) is var (raw, width, isSigned)
            && width <= 8 && (isEnum || !isSigned) && count <= 8 * width)
        {
            return (raw, isEnum ? EnumNames(named!, width) : []);
        }

        var type = context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        Report(
            DiagnosticTable.BitsType, context.TypeLocation(), context.Name, type, Count(count, "bit"), Enough(count));
        return null;
    }

    private static bool Overlap(BitRangeModel other, int shift, int count) =>
        shift < other.Shift + other.Count && other.Shift < shift + count;

    /// <summary>Where as many bits are free, in words.</summary>
    private static string FreeBits(FieldModel field, string order, int all, int count)
    {
        for (var start = 0; start <= all - count; start++)
        {
            var shift = order == "LeastSignificantFirst" ? start : all - start - count;
            if (!field.Bits.Any(other => Overlap(other, shift, count)))
            {
                return $"{(count == 1 ? "one is" : $"{Text(count)} are")} free from bit {Text(start)}";
            }
        }

        return $"there is no room for {Text(count)} more";
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{Text(number)} {noun}s";

    /// <summary>The types that hold so many bits, in words.</summary>
    private static string Enough(int count) => count switch
    {
        1 => "bool, an unsigned integer or an enum",
        <= 8 => "byte, a wider unsigned integer or an enum",
        <= 16 => "ushort, a wider unsigned integer or an enum as wide",
        <= 32 => "uint, ulong or an enum as wide",
        _ => "ulong or an enum as wide",
    };
}
