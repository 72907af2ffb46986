using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

public static partial class FieldRules
{
    /// <summary>The field must say a number of bytes that holds the checksum field and is within the layout.</summary>
    /// <returns>Whether it does: the checksum is judged only then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ExpectLength<TLayout, TSink>(
        int field, ulong found, int least, ref int broken, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TSink : IViolationSink, allows ref struct
    {
        if (HoldsLength<TLayout>(found, least))
        {
            return true;
        }

        var nearest = found < (ulong)least ? (ulong)least : (ulong)Unsafe.SizeOf<TLayout>();
        broken += Report<TLayout, TSink>(ViolationKind.ChecksumLength, field, found, nearest, ref sink);
        return false;
    }

    /// <summary>Whether so many bytes hold the checksum field and are within the layout.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HoldsLength<TLayout>(ulong found, int least)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        found >= (ulong)least && found <= (ulong)Unsafe.SizeOf<TLayout>();

    /// <summary>The bytes of the field must be a checksum that is bytes.</summary>
    public static int ExpectDigest<TLayout, TValue, TSink>(
        int field, ref readonly TLayout layout, int offset, TValue expected, ref TSink sink)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TValue : unmanaged
        where TSink : IViolationSink, allows ref struct
    {
        var found = FieldAccess.ViewBytes(in layout, offset, Unsafe.SizeOf<TValue>());
        var wanted = MemoryMarshal.AsBytes(new ReadOnlySpan<TValue>(in expected));
        return found.SequenceEqual(wanted)
            ? 0
            : Report<TLayout, TSink>(ViolationKind.Checksum, field, FirstBytes(found), FirstBytes(wanted), ref sink);
    }

    /// <summary>All that is summed must come out as the algorithm's residue.</summary>
    /// <param name="field">The checksum field.</param>
    /// <param name="found">Its value.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="pieces">As for a checksum over pieces, without any that stand for the field.</param>
    /// <param name="solved">The value with which the residue would come out.</param>
    /// <param name="sink">Takes the violation.</param>
    /// <param name="length">How many bytes of the layout are summed at most.</param>
    /// <param name="external">The region outside.</param>
    public static int ExpectBalance<TLayout, TAlgorithm, TValue, TState, TSink>(
        int field,
        ulong found,
        ref readonly TLayout layout,
        scoped ReadOnlySpan<int> pieces,
        ulong solved,
        ref TSink sink,
        ulong length = int.MaxValue,
        scoped ReadOnlySpan<byte> external = default)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TAlgorithm : IBalancedChecksum<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged
        where TSink : IViolationSink, allows ref struct
    {
        var sum = FieldAccess.ChecksumOver<TLayout, TAlgorithm, TValue, TState>(
            in layout, pieces, 0, length, external);
        var residue = TAlgorithm.Residue;
        return MemoryMarshal.AsBytes(new ReadOnlySpan<TValue>(in sum))
            .SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<TValue>(in residue)))
            ? 0
            : Report<TLayout, TSink>(ViolationKind.Checksum, field, found, solved, ref sink);
    }

    // As many as a violation holds, in the order of their hexadecimal digits.
    private static ulong FirstBytes(ReadOnlySpan<byte> bytes)
    {
        Span<byte> first = stackalloc byte[8];
        first.Clear();
        bytes[..Math.Min(8, bytes.Length)].CopyTo(first[Math.Max(0, 8 - bytes.Length)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(first);
    }
}
