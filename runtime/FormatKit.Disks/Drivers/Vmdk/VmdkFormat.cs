using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>VMware's disk. Hosted sparse disks in one file so far; the rest is told and refused by name.</summary>
internal sealed class VmdkFormat : ImageFormat
{
    public override string Name => "vmdk";

    public override string Description => "VMware's virtual disk, monolithicSparse";

    public override FormatAbilities Abilities =>
        FormatAbilities.Dissect | FormatAbilities.Read | FormatAbilities.Write | FormatAbilities.Create
        | FormatAbilities.Check;

    public override IReadOnlyList<FormatOption> CreateOptions => VmdkCreate.Options;

    public override bool Probe(IByteSource file) => VmdkStructures.KindOf(file) != VmdkKind.None;

    public override IReadOnlyList<FileStructure> Structures(IByteSource file) => VmdkStructures.Find(file);

    public override OpenedDriver Open(ByteStore store, OpenRequest request)
    {
        request.Options.RefuseRest("opening format vmdk", []);
        return VmdkOpen.Open(store, request.Writable);
    }

    public override void Create(ByteStore store, long length, OptionValues options) =>
        VmdkCreate.Create(store, length, options);

    public override void Check(ByteStore store, CheckReport report) => VmdkCheck.Check(store, report);
}
