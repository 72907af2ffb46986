namespace FormatKit.Disks.Storage;

/// <summary>Zeroing by writing zeros, for hosts and ranges that know nothing better.</summary>
internal static class ZeroFill
{
    private static readonly byte[] s_zeros = new byte[256 << 10];

    internal static void Write(ByteStore store, long offset, long length)
    {
        while (length > 0)
        {
            var count = (int)Math.Min(length, s_zeros.Length);
            store.Write(s_zeros.AsSpan(0, count), offset);
            offset += count;
            length -= count;
        }
    }
}
