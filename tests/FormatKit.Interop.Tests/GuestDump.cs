using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>Every guest byte of an image as a file, read through <see cref="DiskImage.Read"/> and nothing cleverer.
/// </summary>
internal static class GuestDump
{
    public static void Write(DiskImage image, string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.SetLength(image.Length);
        var buffer = new byte[(1 << 20) - 512];
        for (var offset = 0L; offset < image.Length; offset += buffer.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, image.Length - offset));
            image.Read(part, offset);
            if (part.ContainsAnyExcept((byte)0))
            {
                file.Position = offset;
                file.Write(part);
            }
        }
    }
}
