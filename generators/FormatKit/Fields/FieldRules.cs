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

    /// <summary>The rules of a layout that stands in another; its violations are the outer layout's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectNested<TLayout, TNested, TSink>(int offset, ref readonly TNested nested, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested>
        where TSink : IViolationSink, allows ref struct =>
        TNested.HasRules ? ExpectEach<TLayout, TNested, TSink>(offset, new(in nested), ref sink) : 0;

    /// <summary>The rules of each element of an array of layouts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectArray<TLayout, TNested, TSink>(
        int offset, scoped ReadOnlySpan<TNested> elements, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested>
        where TSink : IViolationSink, allows ref struct =>
        TNested.HasRules ? ExpectEach<TLayout, TNested, TSink>(offset, elements, ref sink) : 0;

    /// <summary>The rules of a layout that the bytes of a field are; its violations are the outer layout's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectOverlay<TLayout, TOverlay, TSink>(
        int overlay, int offset, ref readonly TOverlay layout, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TOverlay : struct, IBinaryLayout<TOverlay>
        where TSink : IViolationSink, allows ref struct =>
        TOverlay.HasRules ? ExpectEach<TLayout, TOverlay, TSink>(offset, new(in layout), ref sink, overlay) : 0;

    private static int ExpectEach<TLayout, TNested, TSink>(
        int offset, scoped ReadOnlySpan<TNested> elements, ref TSink sink, int? overlay = null)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested>
        where TSink : IViolationSink, allows ref struct
    {
        var rebasing = new RebasingSink<TLayout, TSink> { Outer = sink, Offset = offset, Overlay = overlay };
        var broken = 0;
        foreach (ref readonly var element in elements)
        {
            broken += TNested.Validate(in element, ref rebasing);
            rebasing.Offset += Unsafe.SizeOf<TNested>();
        }

        sink = rebasing.Outer;
        return broken;
    }

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

    // A ref field may not refer to a ref struct, and a sink may be one: it is moved in and out by value.
    private ref struct RebasingSink<TLayout, TSink> : IViolationSink
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct
    {
        public TSink Outer;
        public int Offset;
        public int? Overlay;

        public void Add(in Violation violation) => Outer.Add(violation with
        {
            Layout = TLayout.Info,
            Offset = Offset + violation.Offset,
            Overlays = Overlay is { } overlay ? OverlaySteps.Enter(overlay, violation.Overlays) : violation.Overlays,
        });
    }
}
