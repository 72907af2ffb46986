using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>Looks for damage in a VHD, and for what would mend it without making up a guest's data.</summary>
internal sealed partial class VhdCheck
{
    /// <summary>Bytes between two structures that are alignment, not a leak, however small the blocks: Hyper-V leaves
    /// up to 6 KiB before the first block.</summary>
    private const long AlignmentSlack = 8192;

    private readonly ByteStore _store;
    private readonly CheckReport _report;
    private readonly VhdFooters _footers;
    private readonly bool _isTrial;

    private VhdCheck(ByteStore store, CheckReport report, bool isTrial)
    {
        (_store, _report, _isTrial) = (store, report, isTrial);
        _footers = VhdFooters.Read(store);
    }

    public static void Check(ByteStore store, CheckReport report) => new VhdCheck(store, report, isTrial: false).Run();

    private static int FooterSize => Layout.SizeOf<VhdFooter>();

    private void Run()
    {
        _report.Examined("footer at the end: cookie, version, type, checksum, length");
        VhdFooter footer;
        try
        {
            footer = _footers.Choose(_store);
        }
        catch (ImageException damage)
        {
            _report.Add(CheckSeverity.Corruption, damage.Message, damage.Offset ?? 0, RepairOfFooters());
            return;
        }

        if (_footers.TrailingIsWhole && _store.Length - _footers.TrailingOffset is var length && length < FooterSize)
        {
            _report.Add(
                CheckSeverity.Note,
                $"The footer at the end has {length} bytes, as in very old files; that is read as if the missing one "
                + "were zero.", _footers.TrailingOffset);
        }

        if (footer.DiskType == VhdDiskType.Fixed)
        {
            CheckFixed(footer);
        }
        else
        {
            CheckSparse(footer);
        }
    }

    private void CheckFixed(in VhdFooter footer)
    {
        _report.Examined("file length: the disk, then the footer, nothing between");
        _report.ImageEnd = new HostOffset(_store.Length);
        if (Open(footer) is not { } opened)
        {
            return;
        }

        if (_footers.CopyIsWhole && _footers.Copy.UniqueId == footer.UniqueId)
        {
            _report.Add(
                CheckSeverity.Corruption,
                "The footer at the end says that this is a fixed disk, its copy at byte 0 that it is a "
                + $"{_footers.Copy.DiskType.ToString().ToLowerInvariant()} one; both are whole, and which one is right "
                + "cannot be told.", FooterAt + OffsetIn<VhdFooter>(nameof(VhdFooter.DiskType)));
            return;
        }

        if (_footers.IsLost)
        {
            CheckLost();
            return;
        }

        // What another reader may take for the end of the disk is not what belongs to nothing.
        var end = Math.Max(opened.Driver.GuestLength, LargestSize(footer));
        var slack = _footers.TrailingOffset - end;
        if (slack >= AlignmentSlack)
        {
            var bytes = Bytes(footer);
            _report.Add(
                CheckSeverity.Leak, $"{slack} bytes between the disk and the footer belong to nothing.", end,
                new Repair(
                    $"The footer is written at byte {end}, right behind the disk, and the {slack} bytes that belong to "
                    + "nothing are cut off.",
                    [
                        new ChangeStep("the footer behind the disk", [new HostWrite(new HostOffset(end), bytes)]),
                        new ChangeStep("the rest is cut off", []) { Length = end + bytes.Length },
                    ]));
        }
    }

    /// <summary>Zeros behind the only footer: whoever stored the file filled it up, or its disk was to become longer and
    /// did not.</summary>
    private void CheckLost()
    {
        var end = _footers.TrailingOffset + FooterSize;
        _report.Add(
            CheckSeverity.StaleCopy,
            $"{_store.Length - end} zeros are behind the footer at byte {_footers.TrailingOffset}, which readers look for "
            + "at the end of the file.", _footers.TrailingOffset,
            _store is { CanWrite: true, CanResize: false } ? null : new Repair(
                $"The {_store.Length - end} zeros behind the footer at byte {_footers.TrailingOffset} are cut off.",
                [new ChangeStep("the zeros are cut off", []) { Length = end }]));
    }

    private void CheckSparse(in VhdFooter footer)
    {
        _report.Examined("copy of the footer at the start: the same, and field by field equal to the one at the end");
        _report.Examined("dynamic header: cookie, version, checksum, block size, table inside the file");
        if (Open(footer) is not { } opened)
        {
            CheckFooters(footer, null);
            return;
        }

        var choice = RegionCheck.Choose(_store, opened);
        var chosen = choice?.Opened ?? opened;
        CheckFooters(footer, choice);
        CheckNames(footer, chosen);
        var spare = CheckSpareEntries(footer, choice);
        RegionCheck.Run(
            _store, chosen, Math.Max(AlignmentSlack, opened.Driver.AllocationUnit), _report,
            RegionRepairs(footer, (VhdDynamicDriver)chosen.Driver, spare));
        if (choice is not null)
        {
            CheckBatmap(footer, choice);
        }
    }

    /// <summary>The disk; null, and said, when its headers are damaged.</summary>
    private OpenedDriver? Open(in VhdFooter footer)
    {
        var rule = VhdSize.RuleOf(footer);
        _report.Examined($"size: {VhdSize.Of(footer, rule)} bytes by the "
            + $"{(rule == VhdSizeRule.Geometry ? "geometry" : "current size")}, as the creator says");
        try
        {
            var opened = VhdOpen.Open(_store, ruleAskedFor: null);
            if (rule == VhdSizeRule.Geometry && (ulong)opened.Driver.GuestLength != footer.CurrentSize)
            {
                _report.Add(
                    CheckSeverity.Note,
                    $"The disk has {opened.Driver.GuestLength} bytes by its geometry, which its creator means, and "
                    + $"{footer.CurrentSize} by its current size, which some readers take instead.",
                    FooterAt + OffsetIn<VhdFooter>(nameof(VhdFooter.CurrentSize)));
            }

            return opened;
        }
        catch (ImageException damage)
        {
            _report.Add(
                CheckSeverity.Corruption, damage.Message, damage.Offset ?? FooterAt,
                footer.DiskType == VhdDiskType.Fixed ? null : RepairOfHeader(footer));
            return null;
        }
    }

    /// <summary>Where the footer is that counts.</summary>
    private long FooterAt => _footers.TrailingIsWhole ? _footers.TrailingOffset : 0;

    /// <summary>The size of the disk by whatever rule makes it largest.</summary>
    private static long LargestSize(in VhdFooter footer)
    {
        var size = Math.Max(footer.CurrentSize, footer.OriginalSize);
        return (long)Math.Min((ulong)VhdLayout.MaxGuestLength, Math.Max(size, VhdSize.Of(footer, VhdSizeRule.Geometry)));
    }

    /// <summary>What a check of the file with some writes done would find.</summary>
    private CheckReport Try(IEnumerable<HostWrite> writes)
    {
        using var overlay = new OverlayStore(_store, leaveOpen: true);
        foreach (var write in writes)
        {
            overlay.Write(write.Bytes.Span, write.Offset.Value);
        }

        var report = new CheckReport { Format = _report.Format };
        new VhdCheck(overlay, report, isTrial: true).Run();
        return report;
    }

    private static byte[] Bytes<T>(T value)
        where T : struct, IBinaryLayout<T> => Layout.BytesOf(ref value).ToArray();

    private static long OffsetIn<T>(string field)
        where T : struct, IBinaryLayout<T> =>
        Layout.InfoOf<T>().Fields.Single(candidate => candidate.Name == field).Offset;
}
