namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>The disk as a stream of its length, seekable, with a position of its own. Disposing of it leaves the
    /// image open.</summary>
    public Stream AsStream() => new DiskStream(this);
}
