using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Storage;

public sealed class LastingStoreContractTests : ResizableStoreContract
{
    protected override ByteStore Make(byte[] content) => new LastingStore(new MemoryStore(content));
}
