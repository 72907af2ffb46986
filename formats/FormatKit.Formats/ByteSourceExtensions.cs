namespace FormatKit.Formats;

/// <summary>Reading layouts from a byte source.</summary>
public static class ByteSourceExtensions
{
    /// <summary>Copies a layout out of the bytes at <paramref name="offset"/>; nothing is validated.</summary>
    /// <returns>Whether all its bytes are there.</returns>
    public static bool TryRead<T>(this IByteSource source, long offset, out T value)
        where T : struct, IBinaryLayout<T>
    {
        ArgumentNullException.ThrowIfNull(source);
        value = default;
        return offset >= 0 && offset <= source.Length - Layout.SizeOf<T>()
            && source.Read(Layout.EditBytesOf(ref value), offset) == Layout.SizeOf<T>();
    }
}
