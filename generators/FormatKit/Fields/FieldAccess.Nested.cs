using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>A layout that stands in another, to read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly TNested ViewNested<TLayout, TNested>(ref readonly TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested> =>
        ref Unsafe.As<byte, TNested>(ref Unsafe.AsRef(in At(in layout, offset)));

    /// <summary>A layout that stands in another, to edit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref TNested EditNested<TLayout, TNested>(ref TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested> =>
        ref Unsafe.As<byte, TNested>(ref EditAt(ref layout, offset));

    /// <summary>An array of layouts that stands in another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<TNested> ViewArray<TLayout, TNested>(
        ref readonly TLayout layout, int offset, int count)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested> =>
        MemoryMarshal.CreateReadOnlySpan(in ViewNested<TLayout, TNested>(in layout, offset), count);

    /// <summary>An array of layouts that stands in another, to edit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<TNested> EditArray<TLayout, TNested>(ref TLayout layout, int offset, int count)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TNested : struct, IBinaryLayout<TNested> =>
        MemoryMarshal.CreateSpan(ref EditNested<TLayout, TNested>(ref layout, offset), count);

    /// <summary>Fills magics, constants and checksums of each element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SealArray<TNested>(Span<TNested> elements)
        where TNested : struct, IBinaryLayout<TNested>
    {
        if (!TNested.HasRules)
        {
            return;
        }

        foreach (ref var element in elements)
        {
            TNested.Seal(ref element);
        }
    }
}
