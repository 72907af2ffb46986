using System.Globalization;
using FormatKit.Disks.Drivers.Flat;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Drivers.Raw;

/// <summary>The guest's bytes and nothing else.</summary>
internal sealed class RawFormat : ImageFormat
{
    private const int SectorSize = 512;

    public override string Name => "raw";

    public override string Description => "the guest's bytes and nothing else; also block devices";

    public override FormatAbilities Abilities =>
        FormatAbilities.Read | FormatAbilities.Write | FormatAbilities.Create | FormatAbilities.Resize;

    public override bool Probe(IByteSource file) => true;

    public override OpenedDriver Open(ByteStore store, OpenRequest request)
    {
        request.Options.RefuseRest("opening format raw", []);
        var length = store.Length;
        var padding = (SectorSize - (length % SectorSize)) % SectorSize;
        string[] warnings = padding == 0 ? [] :
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"the file's {length} bytes are no multiple of {SectorSize}: {padding} zeros are added to the disk"),
        ];
        return new OpenedDriver(new FlatDriver(length + padding, () => store.Length), [], warnings);
    }

    public override void Create(ByteStore store, long length, OptionValues options)
    {
        options.RefuseRest("format raw", []);
        if (store.CanResize)
        {
            store.SetLength(length);
        }
        else if (store.Length < length)
        {
            throw new ImageException(store.Name, string.Create(
                CultureInfo.InvariantCulture, $"it has {store.Length} bytes, the disk needs {length}"));
        }
    }

    public override IReadOnlyList<ChangeStep> PlanResize(
        ByteStore store, long length, IReadOnlyList<GuestRange> hidden) =>
        store.Length == length ? []
        : store.CanResize ? [new ChangeStep("the file gets its length", []) { Length = length }]
        : throw new ImageException(store.Name, "a device cannot be made larger or smaller");
}
