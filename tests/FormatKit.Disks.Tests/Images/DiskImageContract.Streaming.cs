using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>The disk as a stream.</remarks>
public abstract partial class DiskImageContract
{
    [Fact]
    public async Task The_stream_is_the_disk()
    {
        var (file, content) = Filled();
        using var disk = Open(file);
        using var stream = disk.AsStream();
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy, Cancellation);
        Bytes.AssertEqual(content, copy.ToArray());
        Assert.Equal(0, stream.Read(new byte[5], 0, 5));

        stream.Position = Unit - 1;
        await stream.WriteAsync(new byte[] { 1, 2, 3 }, Cancellation);
        Assert.Equal(Unit + 2, stream.Position);
        stream.Seek(-2, SeekOrigin.Current);
        Assert.Equal(2, stream.ReadByte());
        Assert.Equal(Length, stream.Length);
        stream.Seek(-1, SeekOrigin.End);
        Assert.Equal(content[^1], stream.ReadByte());
        Assert.Equal(-1, stream.ReadByte());
        Assert.Throws<NotSupportedException>(() => stream.SetLength(1));
        await stream.FlushAsync(Cancellation);
    }
}
