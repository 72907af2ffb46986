namespace FormatKit;

public sealed partial class FieldInfo
{
    /// <summary>The field's rules about its value in words, such as <c>1 to 64</c>; empty without one.</summary>
    public IEnumerable<string> DescribeRules()
    {
        if (Fixed is { } only)
        {
            yield return $"always {Describe(only)}";
        }

        if (Minimum is not null && Maximum is not null)
        {
            yield return DescribeRange();
        }

        if (IsPowerOfTwo)
        {
            yield return "a power of two";
        }

        if (OneOf.Count > 0)
        {
            yield return DescribeOneOf();
        }

        if (RejectsUnknown)
        {
            yield return DescribeNames();
        }

        if (RequiredBits != 0)
        {
            yield return $"{Describe(RequiredBits)} set";
        }

        if (KnownBits is { } known)
        {
            yield return $"no bits but {Describe(known)}";
        }
    }

    /// <summary>The range in words; a limit that the field's type sets anyway is left out.</summary>
    internal string DescribeRange()
    {
        var (minimum, maximum) = (Minimum ?? 0, Maximum ?? ulong.MaxValue);
        return Kind switch
        {
            FieldKind.Unsigned when minimum == 0 => $"at most {Describe(maximum)}",
            FieldKind.Unsigned when maximum == ulong.MaxValue >> (64 - (8 * Width)) =>
                $"at least {Describe(minimum)}",
            _ => $"{Describe(BitsOf(minimum))} to {Describe(BitsOf(maximum))}",
        };
    }

    /// <summary>The bits of the field within a value that is extended to 64 by its sign.</summary>
    internal ulong BitsOf(ulong value) => Width < 8 ? value & (ulong.MaxValue >> (64 - (8 * Width))) : value;

    /// <summary>The few legal values in words.</summary>
    internal string DescribeOneOf() => "one of " + string.Join(", ", OneOf.Select(Describe));
}
