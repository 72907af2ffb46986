using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>The virtual hard disk of Virtual PC, Virtual Server, Hyper-V and Xen.</summary>
internal sealed class VhdFormat : ImageFormat
{
    public override string Name => "vpc";

    public override IReadOnlyList<string> Aliases => ["vhd"];

    public override string Description => "virtual hard disk (VHD), fixed, dynamic and differencing";

    public override FormatAbilities Abilities =>
        FormatAbilities.Dissect | FormatAbilities.Read | FormatAbilities.Write | FormatAbilities.Create
        | FormatAbilities.Check | FormatAbilities.Chain | FormatAbilities.Resize;

    public override IReadOnlyList<FormatOption> CreateOptions => VhdCreateOptions.Known;

    public override bool Probe(IByteSource file) =>
        VhdStructures.TryReadFooter(file, out _, out _)
        || (file.TryRead<VhdFooter>(0, out var copy) && VhdStructures.HasCookie(copy));

    public override IReadOnlyList<FileStructure> Structures(IByteSource file) => VhdStructures.Find(file);

    public override OpenedDriver Open(ByteStore store, OpenRequest request)
    {
        var rule = request.Options.Choice("size", "auto", "auto", "chs", "current") switch
        {
            "chs" => VhdSizeRule.Geometry,
            "current" => VhdSizeRule.CurrentSize,
            _ => (VhdSizeRule?)null,
        };
        request.Options.RefuseRest("opening format vpc", ["size"]);
        return VhdOpen.Open(store, rule);
    }

    public override void Create(ByteStore store, long length, OptionValues options) =>
        VhdCreate.Create(store, length, options);

    public override void CreateChild(ByteStore store, long length, NewBacking backing, OptionValues options) =>
        VhdCreate.CreateChild(store, length, backing, options);

    public override IReadOnlyList<FormatOption> CheckProfiles { get; } =
        [new("azure", "fixed, whole MiB by the current size, nothing behind it but a footer of 512 bytes")];

    public override void CheckProfile(ByteStore store, string profile, CheckReport report)
    {
        if (profile != "azure")
        {
            base.CheckProfile(store, profile, report);
        }

        VhdAzureCheck.Check(store, report);
    }

    public override IReadOnlyList<ChangeStep> PlanRelink(ByteStore store, NewBacking? backing) =>
        VhdRelink.Plan(store, backing);

    public override IReadOnlyList<ChangeStep> PlanResize(
        ByteStore store, long length, IReadOnlyList<GuestRange> hidden) =>
        VhdResize.Plan(store, length, hidden);

    public override void Check(ByteStore store, CheckReport report) => VhdCheck.Check(store, report);
}
