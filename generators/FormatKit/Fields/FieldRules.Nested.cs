using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldRules
{
    /// <summary>The rules of a layout that stands in another; its violations are the outer layout's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectNested<TLayout, TNested, TSink>(
        int offset, ref readonly TNested nested, ref TSink sink, bool isStrict = false)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested>
        where TSink : IViolationSink, allows ref struct =>
        TNested.HasRules ? ExpectEach<TLayout, TNested, TSink>(offset, new(in nested), ref sink, isStrict) : 0;

    /// <summary>As the other one, with regions outside of the nested layout.</summary>
    public static int ExpectNested<TLayout, TNested, TSink>(
        int offset, ref readonly TNested nested, scoped in ExternalRegions externals, ref TSink sink,
        bool isStrict = false)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested>
        where TSink : IViolationSink, allows ref struct
    {
        var rebasing = new RebasingSink<TLayout, TSink> { Outer = sink, Offset = offset, IsStrict = isStrict };
        var broken = TNested.Validate(in nested, in externals, ref rebasing);
        sink = rebasing.Outer;
        return broken;
    }

    /// <summary>The rules of each element of an array of layouts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectArray<TLayout, TNested, TSink>(
        int offset, scoped ReadOnlySpan<TNested> elements, ref TSink sink, bool isStrict = false)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested>
        where TSink : IViolationSink, allows ref struct =>
        TNested.HasRules ? ExpectEach<TLayout, TNested, TSink>(offset, elements, ref sink, isStrict) : 0;

    /// <summary>The rules of a layout that the bytes of a field are; its violations are the outer layout's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ExpectOverlay<TLayout, TOverlay, TSink>(
        int overlay, int offset, ref readonly TOverlay layout, ref TSink sink, bool isStrict = false)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TOverlay : struct, IBinaryLayout<TOverlay>
        where TSink : IViolationSink, allows ref struct =>
        TOverlay.HasRules
            ? ExpectEach<TLayout, TOverlay, TSink>(offset, new(in layout), ref sink, isStrict, overlay)
            : 0;

    private static int ExpectEach<TLayout, TNested, TSink>(
        int offset, scoped ReadOnlySpan<TNested> elements, ref TSink sink, bool isStrict, int? overlay = null)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested>
        where TSink : IViolationSink, allows ref struct
    {
        var rebasing = new RebasingSink<TLayout, TSink>
        {
            Outer = sink, Offset = offset, IsStrict = isStrict, Overlay = overlay,
        };
        var broken = 0;
        foreach (ref readonly var element in elements)
        {
            broken += TNested.Validate(in element, ref rebasing);
            rebasing.Offset += Unsafe.SizeOf<TNested>();
        }

        sink = rebasing.Outer;
        return broken;
    }

    // A ref field may not refer to a ref struct, and a sink may be one: it is moved in and out by value.
    private ref struct RebasingSink<TLayout, TSink> : IViolationSink
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct
    {
        public TSink Outer;
        public int Offset;
        public bool IsStrict;
        public int? Overlay;

        public void Add(in Violation violation) => Outer.Add(violation with
        {
            Layout = TLayout.Info,
            Offset = Offset + violation.Offset,
            IsWithinStrict = IsStrict || violation.IsWithinStrict,
            Overlays = Overlay is { } overlay ? OverlaySteps.Enter(overlay, violation.Overlays) : violation.Overlays,
        });
    }
}
