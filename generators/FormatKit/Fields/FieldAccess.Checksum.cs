using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>In pairs of a start and a length, the start that means bytes of one value instead of the layout's.
    /// </summary>
    private const int FillStart = -1;

    /// <summary>The checksum of a layout whose checksum field, which starts at the offset, is taken as zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Checksum<TLayout, TAlgorithm, TValue, TState>(ref readonly TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged
    {
        ReadOnlySpan<byte> zeros = [0, 0, 0, 0, 0, 0, 0, 0];
        var bytes = Layout.BytesOf(in layout);
        var state = TAlgorithm.Append(default, bytes[..offset]);
        if (!TAlgorithm.IgnoresZeros)
        {
            state = TAlgorithm.Append(state, zeros[..Unsafe.SizeOf<TValue>()]);
        }

        state = TAlgorithm.Append(state, bytes[(offset + Unsafe.SizeOf<TValue>())..]);
        return TAlgorithm.Finish(state);
    }

    /// <summary>The checksum of pieces of a layout and then of what stands outside of it.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="pieces">Pairs of a start and a length, in order; a start of -1 is so many bytes of
    /// <paramref name="fill"/>.</param>
    /// <param name="fill">What the field itself counts as.</param>
    /// <param name="length">How many bytes of the layout are summed at most; within the layout.</param>
    /// <param name="external">The region outside.</param>
    public static TValue ChecksumOver<TLayout, TAlgorithm, TValue, TState>(
        ref readonly TLayout layout,
        scoped ReadOnlySpan<int> pieces,
        byte fill = 0,
        ulong length = int.MaxValue,
        scoped ReadOnlySpan<byte> external = default)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged
    {
        var bytes = Layout.BytesOf(in layout);
        var limit = (int)Math.Min(length, (ulong)bytes.Length);
        if (pieces.IsEmpty)
        {
            return Whole<TAlgorithm, TValue, TState>(external);
        }

        if (pieces is [not FillStart and var start, var count] && external.IsEmpty)
        {
            return Whole<TAlgorithm, TValue, TState>(bytes[start..Math.Min(start + count, limit)]);
        }

        var state = AppendPieces<TAlgorithm, TValue, TState>(bytes, pieces, fill, limit);
        return TAlgorithm.Finish(external.IsEmpty ? state : TAlgorithm.Append(state, external));
    }

    /// <summary>The value of a checksum field with which it and all else that is summed come out as the residue.
    /// </summary>
    /// <param name="layout">The layout.</param>
    /// <param name="pieces">As for a checksum over pieces, with -1 for the field itself.</param>
    /// <param name="position">How many bytes are summed before the field.</param>
    /// <param name="order">The byte order of the field.</param>
    /// <param name="length">How many bytes of the layout are summed at most.</param>
    /// <param name="external">The region outside.</param>
    public static TValue ChecksumSolved<TLayout, TAlgorithm, TValue, TState>(
        ref readonly TLayout layout,
        scoped ReadOnlySpan<int> pieces,
        int position,
        ByteOrder order,
        ulong length = int.MaxValue,
        scoped ReadOnlySpan<byte> external = default)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TAlgorithm : IBalancedChecksum<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged
    {
        var state = AppendPieces<TAlgorithm, TValue, TState>(
            Layout.BytesOf(in layout), pieces, 0, (int)Math.Min(length, (ulong)Unsafe.SizeOf<TLayout>()));
        return TAlgorithm.Solve(
            external.IsEmpty ? state : TAlgorithm.Append(state, external), position, order);
    }

    /// <summary>Writes a checksum that is bytes.</summary>
    public static void WriteDigest<TLayout, TValue>(ref TLayout layout, int offset, TValue value)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TValue : unmanaged => Unsafe.WriteUnaligned(ref EditAt(ref layout, offset), value);

    private static TValue Whole<TAlgorithm, TValue, TState>(scoped ReadOnlySpan<byte> bytes)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged =>
        TAlgorithm.TryCompute(bytes, out var value) ? value : TAlgorithm.Finish(TAlgorithm.Append(default, bytes));

    private static TState AppendPieces<TAlgorithm, TValue, TState>(
        ReadOnlySpan<byte> bytes, scoped ReadOnlySpan<int> pieces, byte fill, int limit)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged
    {
        var state = default(TState);
        for (var index = 0; index < pieces.Length; index += 2)
        {
            var (start, count) = (pieces[index], pieces[index + 1]);
            state = start == FillStart
                ? AppendFill<TAlgorithm, TValue, TState>(state, fill, count)
                : TAlgorithm.Append(state, bytes[Math.Min(start, limit)..Math.Min(start + count, limit)]);
        }

        return state;
    }

    private static TState AppendFill<TAlgorithm, TValue, TState>(TState state, byte fill, int count)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged
    {
        if (fill == 0 && TAlgorithm.IgnoresZeros)
        {
            return state;
        }

        Span<byte> filled = stackalloc byte[64];
        filled.Fill(fill);
        for (; count > 0; count -= filled.Length)
        {
            state = TAlgorithm.Append(state, filled[..Math.Min(count, filled.Length)]);
        }

        return state;
    }
}
