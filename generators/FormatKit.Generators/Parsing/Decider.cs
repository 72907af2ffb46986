using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>A property that decides whether a field counts.</summary>
internal sealed record Decider(IPropertySymbol Property, int Bits, bool IsBool, bool IsEnum, bool IsSigned)
{
    /// <summary>The bits of a value of the property; null where it cannot have the value.</summary>
    public ulong? BitsOf(TypedConstant value)
    {
        if (IsBool)
        {
            return value.Value is bool truth ? truth ? 1UL : 0 : null;
        }

        if (value is not { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Value: { } boxed }
            || boxed is bool or char or string or float or double
            || (value.Kind == TypedConstantKind.Enum
                && !SymbolEqualityComparer.Default.Equals(value.Type, Property.Type)))
        {
            return null;
        }

        var number = Convert.ToDecimal(boxed);
        var greatest = Greatest(IsSigned ? Bits - 1 : Bits);
        var mask = ulong.MaxValue >> (64 - Math.Min(Math.Max(Bits, 1), 64));
        return number > greatest || number < (IsSigned ? -greatest - 1 : 0) ? null
            : (number < 0 ? unchecked((ulong)(long)number) : (ulong)number) & mask;
    }

    /// <summary>What value would be accepted.</summary>
    public string Accepted() =>
        IsBool ? "true or false"
        : IsEnum ? $"a member of '{Property.Type.Name}', or a number that it holds"
        : IsSigned ? $"a number from {-Greatest(Bits - 1) - 1} to {Greatest(Bits - 1)}"
        : $"a number up to {Greatest(Bits)}";

    /// <summary>The member of an enum that a value is.</summary>
    public static string? NameOf(TypedConstant value) =>
        value.Kind == TypedConstantKind.Enum
            ? value.Type!.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value.Value))?.Name
            : null;

    private static decimal Greatest(int bits) => bits <= 0 ? 0 : ulong.MaxValue >> (64 - Math.Min(bits, 64));
}
