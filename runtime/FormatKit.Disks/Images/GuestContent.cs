using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// A disk's guest bytes, to look for structures in. Damage does not stop that: what cannot be read is as if it were not
/// there, and <see cref="Failure"/> says why.
/// </summary>
/// <param name="image">The disk, which stays its owner's.</param>
public sealed class GuestContent(DiskImage image) : IByteSource
{
    /// <inheritdoc/>
    public long Length => image.Length;

    /// <summary>Why bytes that the disk should have were not read; null where none were missed.</summary>
    public IOException? Failure { get; private set; }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var count = (int)Math.Clamp(Length - offset, 0, buffer.Length);
        try
        {
            image.Read(buffer[..count], Math.Min(offset, Length));
            return count;
        }
        catch (IOException e)
        {
            Failure ??= e;
            return 0;
        }
    }
}
