using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Testing.PowerCuts;

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
    public void What_cannot_be_read_is_as_if_it_were_not_there_and_the_reason_is_kept()
    {
        var store = new PowerCutStore(new MemoryStore(VhdBytes.Dynamic()));
        using var image = DiskImage.Open(store);
        var content = new GuestContent(image);
        var buffer = new byte[512];

        store.Fault = StoreFault.Of(StoreOperationKind.Read, new StoreFault(StoreError.Io));
        Assert.Equal(0, content.Read(buffer, 3 * VhdBytes.BlockSize));
        Assert.IsType<IOException>(content.Failure, exactMatch: false);

        store.Fault = null;
        Assert.Equal(512, content.Read(buffer, 0));
        Assert.Equal(VhdBytes.DynamicContent()[..512], buffer);
    }
}
