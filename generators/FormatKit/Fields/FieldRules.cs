using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FormatKit;

/// <summary>What generated validation calls: each rule returns how many violations it reported.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class FieldRules
{
    /// <summary>The field must hold one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Expect<TLayout, TSink>(
        ViolationKind kind, int field, ulong found, ulong expected, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct =>
        found == expected ? 0 : Report<TLayout, TSink>(kind, field, found, expected, ref sink);

    /// <summary>The field must hold a value that its enum names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectNamed<TLayout, TSink>(int field, ulong found, bool isNamed, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct =>
        isNamed ? 0 : Report<TLayout, TSink>(ViolationKind.UnknownValue, field, found, 0, ref sink);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Report<TLayout, TSink>(
        ViolationKind kind, int field, ulong found, ulong expected, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct
    {
        var layout = TLayout.Info;
        var info = layout.Fields[field];
        sink.Add(new Violation(kind, layout, info, info.Offset, info.BitsOf(found), info.BitsOf(expected)));
        return 1;
    }
}
