using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

/// <summary>The operations that every fixed layout has.</summary>
public static partial class Layout
{
    /// <summary>The size of a layout in bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf<T>()
        where T : struct, IBinaryLayout<T> => T.Size;

    /// <summary>What each field of a layout is.</summary>
    public static LayoutInfo InfoOf<T>()
        where T : struct, IBinaryLayout<T> => T.Info;

    /// <summary>Whether a layout, or one nested in it, has a rule: something to validate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasRules<T>()
        where T : struct, IBinaryLayout<T> => T.HasRules;

    /// <summary>The first bytes of a buffer as a layout, to read; nothing is copied.</summary>
    /// <exception cref="ArgumentException">There are fewer bytes than the layout has.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly T View<T>(ReadOnlySpan<byte> bytes)
        where T : struct, IBinaryLayout<T>
    {
        if (bytes.Length < Unsafe.SizeOf<T>())
        {
            ThrowTooShort<T>(bytes.Length);
        }

        return ref Unsafe.As<byte, T>(ref MemoryMarshal.GetReference(bytes));
    }

    /// <summary>The first bytes of a buffer as a layout, to edit in place; nothing is copied.</summary>
    /// <exception cref="ArgumentException">There are fewer bytes than the layout has.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Edit<T>(Span<byte> bytes)
        where T : struct, IBinaryLayout<T>
    {
        if (bytes.Length < Unsafe.SizeOf<T>())
        {
            ThrowTooShort<T>(bytes.Length);
        }

        return ref Unsafe.As<byte, T>(ref MemoryMarshal.GetReference(bytes));
    }

    /// <summary>As many whole layouts as a buffer holds, to read; nothing is copied, a rest is left out.</summary>
    public static ReadOnlySpan<T> ViewMany<T>(ReadOnlySpan<byte> bytes)
        where T : struct, IBinaryLayout<T> =>
        MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetReference(bytes)), bytes.Length / Unsafe.SizeOf<T>());

    /// <summary>As many whole layouts as a buffer holds, to edit in place; a rest is left out.</summary>
    public static Span<T> EditMany<T>(Span<byte> bytes)
        where T : struct, IBinaryLayout<T> =>
        MemoryMarshal.CreateSpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetReference(bytes)), bytes.Length / Unsafe.SizeOf<T>());

    /// <summary>The bytes of a layout.</summary>
    public static ReadOnlySpan<byte> BytesOf<T>([UnscopedRef] ref readonly T value)
        where T : struct, IBinaryLayout<T> =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in value)), Unsafe.SizeOf<T>());

    /// <summary>The bytes of a layout, to edit.</summary>
    public static Span<byte> EditBytesOf<T>([UnscopedRef] ref T value)
        where T : struct, IBinaryLayout<T> =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref value), Unsafe.SizeOf<T>());

    /// <summary>Copies a layout out of the first bytes of a buffer; nothing is validated.</summary>
    /// <returns>Whether there are enough bytes.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> bytes, out T value)
        where T : struct, IBinaryLayout<T>
    {
        if (bytes.Length < Unsafe.SizeOf<T>())
        {
            value = default;
            return false;
        }

        value = View<T>(bytes);
        return true;
    }

    /// <summary>Copies a layout out of the first bytes of a buffer and validates it.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="value">The layout, even when it is not valid; all zeros where there are too few bytes.</param>
    /// <param name="violations">Takes the broken rules; none where there are too few bytes.</param>
    /// <param name="strictness">How much is demanded.</param>
    /// <returns>Whether there are enough bytes and no rule is broken.</returns>
    public static bool TryRead<T>(
        ReadOnlySpan<byte> bytes, out T value, ViolationList violations, Strictness strictness = Strictness.Spec)
        where T : struct, IBinaryLayout<T> =>
        TryRead(bytes, out value) && Validate(in value, strictness, ref violations) == 0;

    /// <summary>Copies a layout out of the first bytes of a buffer and validates it.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="strictness">How much is demanded.</param>
    /// <exception cref="LayoutException">Bytes are missing, or a rule is broken; all violations are in it.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes, Strictness strictness = Strictness.Spec)
        where T : struct, IBinaryLayout<T>
    {
        if (!TryRead<T>(bytes, out var value))
        {
            throw new LayoutException(TooShort<T>(bytes.Length));
        }

        ThrowIfInvalid(in value, strictness);
        return value;
    }

    /// <summary>Copies a layout into the first bytes of a buffer.</summary>
    /// <exception cref="ArgumentException">The buffer is shorter than the layout.</exception>
    public static void Write<T>(in T value, Span<byte> destination)
        where T : struct, IBinaryLayout<T> => Edit<T>(destination) = value;

    /// <summary>Fills magics, constants and checksums, nested layouts first. Every other byte stays as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Seal<T>(ref T value)
        where T : struct, IBinaryLayout<T>
    {
        if (T.HasRules)
        {
            T.Seal(ref value);
        }
    }

    /// <summary>Whether no rule is broken.</summary>
    public static bool IsValid<T>(in T value)
        where T : struct, IBinaryLayout<T>
    {
        var sink = default(IgnoredViolations);
        return Validate(in value, ref sink) == 0;
    }

    /// <summary>All broken rules.</summary>
    public static ViolationList Validate<T>(in T value)
        where T : struct, IBinaryLayout<T>
    {
        var violations = new ViolationList();
        Validate(in value, ref violations);
        return violations;
    }

    /// <summary>Reports every broken rule to a sink of the caller, without allocating.</summary>
    /// <returns>How many rules were broken.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Validate<T, TSink>(in T value, ref TSink sink)
        where T : struct, IBinaryLayout<T>
        where TSink : IViolationSink, allows ref struct => T.HasRules ? T.Validate(in value, ref sink) : 0;

    // The count is the answer, so nothing need be kept.
    private readonly struct IgnoredViolations : IViolationSink
    {
        public void Add(in Violation violation)
        {
        }
    }

    [DoesNotReturn]
    private static void ThrowTooShort<T>(int length)
        where T : struct, IBinaryLayout<T> => throw new ArgumentException(TooShort<T>(length));

    private static string TooShort<T>(int length)
        where T : struct, IBinaryLayout<T> => $"{T.Info.Name} has {T.Size} bytes; there are {length}.";
}
