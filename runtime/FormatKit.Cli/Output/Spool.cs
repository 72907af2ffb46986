using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Output;

/// <summary>A raw disk out of a pipe, whose length shows only at its end. Memory: one piece.</summary>
internal static class Spool
{
    private const int SectorSize = 512;
    private const int PieceLength = 1 << 20;
    private const int HoleLength = 64 << 10;

    /// <summary>Keeps standard input in an empty store, sparse, padded to whole sectors.</summary>
    /// <returns>The length.</returns>
    public static long Fill(ToolHost host, ByteStore store, bool isQuiet)
    {
        var buffer = new byte[PieceLength];
        var length = 0L;
        while (Interruptible.ReadFull(host.Input, buffer, host.Cancellation) is > 0 and var read)
        {
            for (var at = 0; at < read; at += HoleLength)
            {
                var part = buffer.AsSpan(at, Math.Min(HoleLength, read - at));
                if (part.ContainsAnyExcept((byte)0))
                {
                    store.Write(part, length + at);
                }
            }

            length += read;
        }

        length += PaddingOf(host, length, isQuiet);
        store.SetLength(length);
        return length;
    }

    /// <summary>Copies standard input to standard output, padded to whole sectors.</summary>
    /// <returns>The length.</returns>
    public static long PassOn(ToolHost host, bool isQuiet)
    {
        var buffer = new byte[PieceLength];
        var length = 0L;
        while (Interruptible.ReadFull(host.Input, buffer, host.Cancellation) is > 0 and var read)
        {
            host.Output.Write(buffer.AsMemory(0, read));
            length += read;
        }

        var padding = PaddingOf(host, length, isQuiet);
        host.Output.Write(new byte[padding].AsMemory());
        return length + padding;
    }

    private static long PaddingOf(ToolHost host, long length, bool isQuiet)
    {
        var padding = (SectorSize - (length % SectorSize)) % SectorSize;
        if (padding != 0 && !isQuiet)
        {
            host.Say(
                $"warning: standard input: {length} bytes are no multiple of {SectorSize}: {padding} zeros are "
                + "added at the end of the disk.");
        }

        return padding;
    }
}
