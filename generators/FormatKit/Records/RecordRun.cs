using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

/// <summary>
/// Consecutive fields of fixed width within a record, seen as a layout: they are read and written by the code that
/// reads and writes the fields of layouts. The generator has checked that the offsets are within the bytes taken.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RecordRun : IBinaryLayout<RecordRun>
{
    private readonly byte _first;

    static int IBinaryLayout<RecordRun>.Size => 1;

    static LayoutInfo IBinaryLayout<RecordRun>.Info => RunInfo.Info;

    static bool IBinaryLayout<RecordRun>.HasRules => false;

    /// <summary>Bytes to read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref readonly RecordRun Over(ReadOnlySpan<byte> bytes) =>
        ref Unsafe.As<byte, RecordRun>(ref MemoryMarshal.GetReference(bytes));

    /// <summary>Bytes to write.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref RecordRun Edit(Span<byte> bytes) =>
        ref Unsafe.As<byte, RecordRun>(ref MemoryMarshal.GetReference(bytes));

    /// <summary>Bytes to write, of which so many are held to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref RecordRun Edit(Span<byte> bytes, int start, int length) => ref Edit(bytes.Slice(start, length));

    static int IBinaryLayout<RecordRun>.Validate<TSink>(in RecordRun value, ref TSink sink) => value._first * 0;

    static void IBinaryLayout<RecordRun>.Seal(ref RecordRun value)
    {
    }

    private static class RunInfo
    {
        internal static readonly LayoutInfo Info = LayoutInfo.Create<RecordRun>(
            nameof(RecordRun), ByteOrder.LittleEndian, spec: null, doc: null, hasWords: false, []);
    }
}
