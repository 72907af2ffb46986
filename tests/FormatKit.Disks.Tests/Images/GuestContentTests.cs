using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;

namespace FormatKit.Disks.Tests.Images;

public sealed class GuestContentTests
{
    [Fact]
    public void Bytes_are_read_up_to_the_end_of_the_disk()
    {
        using var image = DiskImage.Open(new MemoryStore(VhdBytes.Dynamic()));
        var content = new GuestContent(image);
        var buffer = new byte[100];

        Assert.Equal(24, content.Read(buffer, content.Length - 24));
        Assert.Equal(0, content.Read(buffer, content.Length + 5000));
        Assert.Equal(100, content.Read(buffer, 50));
        Assert.Equal(VhdBytes.DynamicContent()[50..150], buffer);
        Assert.Null(content.Failure);
    }

    [Fact]
    public void What_the_file_has_lost_is_as_if_it_were_not_there_and_the_reason_is_kept()
    {
        var file = VhdBytes.Dynamic();
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(VhdBytes.TableAt + (3 * 4)), 0x10_0000); // block 3 is nowhere
        using var image = DiskImage.Open(new MemoryStore(file));
        var content = new GuestContent(image);
        var buffer = new byte[512];

        Assert.Equal(0, content.Read(buffer, 3 * VhdBytes.BlockSize));
        Assert.IsType<ImageException>(content.Failure);
        Assert.Equal(512, content.Read(buffer, 0));
        Assert.Equal(VhdBytes.DynamicContent()[..512], buffer);
    }
}
