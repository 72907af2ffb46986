using System.Numerics;

namespace FormatKit.Testing;

/// <summary>What a field's table entry demands of its value: the slow twin of generated validation.</summary>
internal static class ValueRules
{
    /// <summary>The rules that a value breaks.</summary>
    /// <param name="field">The field.</param>
    /// <param name="token">The value as <see cref="TableDecoder.Token"/> reads it.</param>
    public static IEnumerable<ViolationKind> BrokenBy(FieldInfo field, ulong token)
    {
        if (field is { Minimum: { } minimum, Maximum: { } maximum } && !IsWithin(field, token, minimum, maximum))
        {
            yield return ViolationKind.Range;
        }

        if (field.IsPowerOfTwo && BitOperations.PopCount(token) != 1)
        {
            yield return ViolationKind.PowerOfTwo;
        }

        if (field.OneOf.Count > 0 && !field.OneOf.Contains(token))
        {
            yield return ViolationKind.OneOf;
        }

        if ((~token & field.RequiredBits) != 0)
        {
            yield return ViolationKind.MissingFlags;
        }

        if (field.KnownBits is { } known && (token & ~known) != 0)
        {
            yield return ViolationKind.UnknownFlags;
        }
    }

    /// <summary>Whether the field's value is demanded to be one of several.</summary>
    public static bool HasAny(FieldInfo field) =>
        field is { Minimum: not null } or { IsPowerOfTwo: true } or { OneOf.Count: > 0 } or { KnownBits: not null }
            or { RejectsUnknown: true }
        || field.RequiredBits != 0;

    /// <summary>A value that keeps all of them.</summary>
    /// <exception cref="InvalidOperationException">None was found.</exception>
    public static ulong Draw(FieldInfo field, Random random)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var token = Candidate(field, random) & Mask(field);
            if (!BrokenBy(field, token).Any()
                && (!field.RejectsUnknown || field.EnumNames.Any(named => named.Value == token)))
            {
                return token;
            }
        }

        throw new InvalidOperationException($"No value was found that {field.Name} may have.");
    }

    private static ulong Candidate(FieldInfo field, Random random) => field switch
    {
        { RejectsUnknown: true } => field.EnumNames[random.Next(field.EnumNames.Count)].Value,
        { OneOf.Count: > 0 } => field.OneOf[random.Next(field.OneOf.Count)],
        { IsPowerOfTwo: true } => 1UL << random.Next(8 * field.Width),
        { Minimum: { } minimum, Maximum: { } maximum } => minimum + Below(unchecked(maximum - minimum), random),
        _ => (((ulong)random.NextInt64() << 1) & (field.KnownBits ?? ulong.MaxValue)) | field.RequiredBits,
    };

    /// <summary>A number up to a limit; often one of its ends.</summary>
    private static ulong Below(ulong limit, Random random) => random.Next(8) switch
    {
        0 => 0,
        1 => limit,
        _ when limit < long.MaxValue => (ulong)random.NextInt64((long)limit + 1),
        _ => (ulong)random.NextInt64(),
    };

    private static bool IsWithin(FieldInfo field, ulong token, ulong minimum, ulong maximum)
    {
        // Limits below zero are only those of fields with a sign; of 8 bytes, both below zero compare as they are.
        var isSigned = field.Kind == FieldKind.Signed
            || ((long)minimum < 0 && ((long)maximum >= 0 || field.Width < 8));
        var shift = 64 - (8 * field.Width);
        return isSigned
            ? (long)(token << shift) >> shift is var value && value >= (long)minimum && value <= (long)maximum
            : token >= minimum && token <= maximum;
    }

    private static ulong Mask(FieldInfo field) => ulong.MaxValue >> (64 - (8 * field.Width));
}
