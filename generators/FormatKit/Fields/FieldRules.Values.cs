using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldRules
{
    /// <summary>The field must lie in a range. Signed values and limits are extended to 64 bits by their sign: then
    /// one comparison of the distances from the least value serves for both kinds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectRange<TLayout, TSink>(
        int field, ulong found, ulong minimum, ulong maximum, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct =>
        unchecked(found - minimum) <= unchecked(maximum - minimum)
            ? 0
            : Report<TLayout, TSink>(ViolationKind.Range, field, found, 0, ref sink);

    /// <summary>The field must be a power of two, which 0 is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectPowerOfTwo<TLayout, TSink>(int field, ulong found, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct =>
        ulong.IsPow2(found) ? 0 : Report<TLayout, TSink>(ViolationKind.PowerOfTwo, field, found, 0, ref sink);

    /// <summary>The field must have one of its few values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectOneOf<TLayout, TSink>(int field, ulong found, bool isOne, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct =>
        isOne ? 0 : Report<TLayout, TSink>(ViolationKind.OneOf, field, found, 0, ref sink);

    /// <summary>Some bits of the field must be set, and others must not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectFlags<TLayout, TSink>(
        int field, ulong found, ulong required, ulong known, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct
    {
        var broken = (found & required) == required
            ? 0
            : Report<TLayout, TSink>(ViolationKind.MissingFlags, field, found, required, ref sink);
        return (found & ~known) == 0
            ? broken
            : broken + Report<TLayout, TSink>(ViolationKind.UnknownFlags, field, found, known, ref sink);
    }

    /// <summary>A rule in C# must hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectRule<TLayout, TSink>(
        in TLayout value, int rule, int field, bool holds, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct =>
        holds ? 0 : ReportRule(in value, rule, field, ref sink);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReportRule<TLayout, TSink>(in TLayout value, int rule, int field, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct
    {
        var layout = TLayout.Info;
        var info = layout.Fields[field];
        var found = info.ReadInteger(Layout.BytesOf(in value)) ?? 0;
        sink.Add(new Violation(ViolationKind.Rule, layout, info, info.Offset, found, 0)
        {
            Rule = layout.Rules[rule],
        });
        return 1;
    }
}
