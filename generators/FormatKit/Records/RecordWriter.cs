using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

/// <summary>Where a generated codec writes to: bytes of the size that was measured.</summary>
public ref struct RecordWriter
{
    private readonly Span<byte> _bytes;
    private int _position;

    /// <summary>A writer at the start of some bytes.</summary>
    public RecordWriter(Span<byte> bytes) => _bytes = bytes;

    /// <summary>How many bytes have been written.</summary>
    public readonly int Position => _position;

    /// <summary>The next bytes, to be filled. They hold whatever the buffer held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Take(int length)
    {
        var bytes = _bytes.Slice(_position, length);
        _position += length;
        return bytes;
    }

    /// <summary>Bytes that were written, to be changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Span<byte> At(int start, int length) => _bytes.Slice(start, length);

    /// <summary>Writes bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Bytes that were written.</summary>
    public readonly ReadOnlySpan<byte> Slice(int start, int end) => _bytes[start..end];

    /// <summary>Copies reserved bytes, or writes zeros where there are none.</summary>
    public static void Reserve(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        target.Clear();
        bytes.CopyTo(target);
    }

    /// <summary>Writes zeros up to a multiple of so many bytes after a place.</summary>
    public void Align(int start, int alignment) => Take((start - _position) & (alignment - 1)).Clear();

    /// <summary>Writes a text.</summary>
    public void WriteText(string text, TextEncoding encoding, bool isTerminated)
    {
        _position += RecordText.Encode(text, encoding, _bytes[_position..]);
        if (isTerminated)
        {
            Take(RecordText.WidthOf(encoding)).Clear();
        }
    }

    /// <summary>Writes layouts, their magics, constants and checksums filled in.</summary>
    public static void Layouts<T>(ReadOnlySpan<T> values, Span<byte> target)
        where T : struct, IBinaryLayout<T>
    {
        MemoryMarshal.AsBytes(values).CopyTo(target);
        FieldAccess.SealArray(MemoryMarshal.Cast<byte, T>(target));
    }

    /// <summary>The bits of the tag of a variant; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong TagOf<T>(T? value)
        where T : class, IBinaryVariants<T> => value is null ? 0 : T.TagOf(value);

    /// <summary>Refuses the tag that another variant keeps although it means a listed one.</summary>
    [DoesNotReturn]
    public static ulong RefuseTag<T>(T value, ulong tag)
        where T : class, IBinaryVariants<T> => throw new ArgumentException(
            $"{value.GetType().Name} keeps the tag {T.Info.Tag.Describe(tag)}, which means {T.Info.Find(tag)?.Name}.");

    /// <summary>Refuses a class that is not listed.</summary>
    [DoesNotReturn]
    public static ulong RefuseVariant<T>(T value)
        where T : class, IBinaryVariants<T> => throw new ArgumentException(
            $"{value.GetType().Name} is no variant of {T.Info.Name}.");

    /// <summary>Writes records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRecords<T>(ReadOnlySpan<T> values)
        where T : IBinaryRecord<T>
    {
        foreach (ref readonly var value in values)
        {
            T.Write(in value, ref this);
        }
    }

    /// <summary>Writes a record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRecord<T>(in T value)
        where T : IBinaryRecord<T> => T.Write(in value, ref this);

    /// <summary>Writes a variant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteVariant<T>(T value)
        where T : class, IBinaryVariants<T> => T.Write(value, ref this);
}
