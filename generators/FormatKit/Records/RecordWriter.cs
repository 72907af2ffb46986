using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

/// <summary>
/// What generated codecs call to write into bytes of the size that was measured. The place where something starts is
/// handed in, and where it ends is handed back, so that both stay in registers: a writer that counts in memory costs a
/// fifth of the time. What changed since it was measured and no longer fits is refused like any index out of range.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordWriter
{
    /// <summary>Copies reserved bytes, or writes zeros where there are none.</summary>
    public static void Reserve(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        target.Clear();
        bytes.CopyTo(target);
    }

    /// <summary>Writes zeros up to a multiple of so many bytes after the start of the record.</summary>
    /// <returns>Where they end.</returns>
    public static int Align(Span<byte> target, int start, int at, int alignment)
    {
        var length = (start - at) & (alignment - 1);
        target.Slice(at, length).Clear();
        return at + length;
    }

    /// <summary>Writes bytes as they are.</summary>
    /// <returns>Where they end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bytes(ReadOnlySpan<byte> bytes, Span<byte> target, int at)
    {
        bytes.CopyTo(target[at..]);
        return at + bytes.Length;
    }

    /// <summary>Writes a text.</summary>
    /// <returns>Where it ends, its terminator included.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Text(string text, TextEncoding encoding, bool isTerminated, Span<byte> target, int at)
    {
        at += RecordText.Encode(text, encoding, target[at..]);
        if (!isTerminated)
        {
            return at;
        }

        var width = RecordText.WidthOf(encoding);
        target.Slice(at, width).Clear();
        return at + width;
    }

    /// <summary>Writes layouts, their magics, constants and checksums filled in.</summary>
    public static void Layouts<T>(ReadOnlySpan<T> values, Span<byte> target)
        where T : struct, IBinaryLayout<T>
    {
        MemoryMarshal.AsBytes(values).CopyTo(target);
        FieldAccess.SealArray(MemoryMarshal.Cast<byte, T>(target));
    }

    /// <summary>Writes a record.</summary>
    /// <returns>Where it ends.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Record<T>(in T value, Span<byte> target, int at)
        where T : IBinaryRecord<T> => T.Write(in value, target, at);

    /// <summary>Writes records.</summary>
    /// <returns>Where they end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Records<T>(ReadOnlySpan<T> values, Span<byte> target, int at)
        where T : IBinaryRecord<T>
    {
        foreach (ref readonly var value in values)
        {
            at = T.Write(in value, target, at);
        }

        return at;
    }

    /// <summary>Writes a variant.</summary>
    /// <returns>Where it ends.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Variant<T>(T value, Span<byte> target, int at)
        where T : class, IBinaryVariants<T> => T.Write(value, target, at);

    /// <summary>The bits of the tag of a variant; 0 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong TagOf<T>(T? value)
        where T : class, IBinaryVariants<T> => value is null ? 0 : T.TagOf(value);

    /// <summary>Refuses the tag that another variant keeps although it means a listed one.</summary>
    public static ArgumentException TakenTag<T>(T value, ulong tag)
        where T : class, IBinaryVariants<T> => new(
            $"{value.GetType().Name} keeps the tag {T.Info.Tag.Describe(tag)}, which means {T.Info.Find(tag)?.Name}.");

    /// <summary>Refuses a class that is not listed.</summary>
    public static ArgumentException NoVariant<T>(T value)
        where T : class, IBinaryVariants<T> => new($"{value.GetType().Name} is no variant of {T.Info.Name}.");
}
