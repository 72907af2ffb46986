using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>As long as nothing fails it is a store like any other.</summary>
public sealed class PowerCutStoreContractTests : ResizableStoreContract
{
    protected override ByteStore Make(byte[] content) => new PowerCutStore(new MemoryStore(content));
}
