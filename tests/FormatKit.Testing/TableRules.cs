namespace FormatKit.Testing;

/// <summary>Which rules bytes break, by the table alone.</summary>
internal static class TableRules
{
    /// <summary>
    /// The broken rules of magics, constants, enums and values, of fields that count. Checksums are not among them, but
    /// their lengths are; rules in C# need code, and are not among them either.
    /// </summary>
    public static IEnumerable<BrokenRule> BrokenBy(byte[] bytes, IEnumerable<PlacedField> fields) =>
        BrokenValues(bytes, fields).Concat(TableChecksums.BrokenLengths(bytes, fields));

    private static IEnumerable<BrokenRule> BrokenValues(byte[] bytes, IEnumerable<PlacedField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Counts(bytes))
            {
                foreach (var kind in BrokenBy(field.Field, bytes.AsSpan(field.Offset, field.Field.Width).ToArray()))
                {
                    yield return new BrokenRule(kind, field.Path, field.Offset);
                }
            }
        }
    }

    /// <summary>The rules that a value breaks where it counts.</summary>
    public static IEnumerable<ViolationKind> BrokenBy(FieldInfo field, byte[] value)
    {
        if (field.ReservedPolicy == ReservedPolicy.MustBeZero && value.AsSpan().ContainsAnyExcept((byte)0))
        {
            yield return ViolationKind.NotZero;
        }

        if (TableDecoder.Token(field, value) is not { } token)
        {
            yield break;
        }

        if (field.Fixed is { } expected && token != expected)
        {
            yield return field.Role == FieldRole.Magic ? ViolationKind.Magic : ViolationKind.Constant;
        }

        if (field.Kind == FieldKind.Bool && token > 1)
        {
            yield return ViolationKind.NotBoolean;
        }

        if (field.Kind == FieldKind.Timestamp && token > TableDecoder.LastCount(field))
        {
            yield return ViolationKind.Time;
        }

        if (field.RejectsUnknown && field.EnumNames.All(named => named.Value != token))
        {
            yield return ViolationKind.UnknownValue;
        }

        foreach (var kind in ValueRules.BrokenBy(field, token))
        {
            yield return kind;
        }
    }

    /// <summary>The broken rules that validation reports, but for those in C#.</summary>
    public static IEnumerable<BrokenRule> ReportedFor<T>(byte[] bytes)
        where T : struct, IBinaryLayout<T> =>
        Layout.Validate(in Layout.View<T>(bytes))
            .Where(violation => violation.Kind != ViolationKind.Rule)
            .Select(violation => new BrokenRule(violation.Kind, violation.Path, violation.Offset));

    /// <summary>Throws unless the same rules are in both lists.</summary>
    public static void ExpectSame(IEnumerable<BrokenRule> expected, IEnumerable<BrokenRule> reported, string when)
    {
        var missing = expected.ToList();
        foreach (var rule in reported)
        {
            if (!missing.Remove(rule))
            {
                throw new BrokenClaimException(rule.Path, $"{rule} is reported {when}, and should not be");
            }
        }

        if (missing.Count > 0)
        {
            throw new BrokenClaimException(missing[0].Path, $"{missing[0]} is not reported {when}");
        }
    }
}
