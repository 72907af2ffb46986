using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>VMware's disk: told and dissected; its guest is refused by name until the driver stands.</summary>
internal sealed class VmdkFormat : ImageFormat
{
    public override string Name => "vmdk";

    public override string Description => "VMware's virtual disk; headers only";

    public override FormatAbilities Abilities => FormatAbilities.Dissect;

    public override bool Probe(IByteSource file) => VmdkStructures.KindOf(file) != VmdkKind.None;

    public override IReadOnlyList<FileStructure> Structures(IByteSource file) => VmdkStructures.Find(file);

    public override OpenedDriver Open(ByteStore store, OpenRequest request) =>
        throw new ImageException(
            store.Name, $"this is a VMDK ({Words(VmdkStructures.KindOf(store))}), which cannot be opened yet",
            "'fkit dissect' shows its headers");

    private static string Words(VmdkKind kind) => kind switch
    {
        VmdkKind.HostedSparse => "hosted sparse extent, KDMV",
        VmdkKind.CopyOnWrite => "copy-on-write disk, COWD",
        VmdkKind.SeSparse => "space-efficient sparse extent",
        _ => "text descriptor",
    };
}
