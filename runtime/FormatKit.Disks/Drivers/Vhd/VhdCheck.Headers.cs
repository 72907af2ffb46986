using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <remarks>
/// Footers and headers that no copy rescues. They are mended only when that is proven: by their checksum, which is right
/// with the constants in their places, or by the whole file, in which everything falls into place with what the header
/// says. A header of a version that is not known has neither.
/// </remarks>
internal sealed partial class VhdCheck
{
    /// <summary>What mends a disk of which neither footer is whole.</summary>
    private Repair? RepairOfFooters()
    {
        if (_isTrial)
        {
            return null;
        }

        return FromConstants(_store.Length - FooterSize, isTrailing: true)
            ?? FromConstants(0, isTrailing: false)
            ?? FixedBySize() ?? FromEachOther();
    }

    private Repair? FromConstants(long at, bool isTrailing)
    {
        if (at < 0 || at % VhdLayout.SectorSize != 0 || !_store.TryRead<VhdFooter>(at, out var footer)
            || Proven(footer, footer.Checksum) is not { } proven
            || (!isTrailing && proven.DiskType == VhdDiskType.Fixed))
        {
            return null;
        }

        return new Repair(
            $"Cookie and version of the footer at byte {at} are written anew: with them its checksum is right.",
            [new ChangeStep("the footer", [new HostWrite(new HostOffset(at), Bytes(proven))])]);

        static VhdFooter? Proven(VhdFooter footer, uint checksum)
        {
            var before = footer;
            footer.Seal();
            footer.Checksum = checksum;
            return footer != before && Layout.IsValid(footer) ? footer : null;
        }
    }

    /// <summary>A fixed disk is as long as its file without the footer: that proves all that a guest's bytes depend
    /// on.</summary>
    private Repair? FixedBySize()
    {
        var footer = _footers.Trailing;
        if (_footers.TrailingViolations is not [{ Kind: ViolationKind.Checksum }] || footer.DiskType != VhdDiskType.Fixed
            || footer.DataOffsetOrNull is not null || footer.CurrentSize != (ulong)_footers.TrailingOffset
            || VhdSize.Of(footer, VhdSize.RuleOf(footer)) != footer.CurrentSize)
        {
            return null;
        }

        footer.Seal();
        return new Repair(
            "The checksum of the footer is computed anew: it is that of a fixed disk exactly as long as the file. Its id, "
            + "creator and times stay as they are, and nothing proves them.",
            [
                new ChangeStep(
                    "the footer", [new HostWrite(new HostOffset(_footers.TrailingOffset), Bytes(footer))]),
            ]);
    }

    /// <summary>Both say the same and only the sum is wrong: whoever changed them forgot it. The disk must be whole with
    /// them.</summary>
    private Repair? FromEachOther()
    {
        var footer = _footers.Trailing;
        if (_footers.TrailingViolations is not [{ Kind: ViolationKind.Checksum }] || footer != _footers.Copy
            || footer.DiskType == VhdDiskType.Fixed)
        {
            return null;
        }

        footer.Seal();
        var (copy, trailing) = (
            new HostWrite(default, Bytes(footer)),
            new HostWrite(new HostOffset(_footers.TrailingOffset), Bytes(footer)));
        return Try([copy, trailing]).CountOf(CheckSeverity.Corruption) > 0 ? null : new Repair(
            "The checksum of both footers is computed anew: all their other bytes are the same in both, and the disk is "
            + "whole with them.",
            [
                new ChangeStep("the copy of the footer", [copy]),
                new ChangeStep("the footer at the end", [trailing]),
            ]);
    }

    /// <summary>What mends a disk whose header is not whole.</summary>
    private Repair? RepairOfHeader(in VhdFooter footer)
    {
        if (_isTrial)
        {
            return null;
        }

        if (FromOtherFooter(footer) is { } other)
        {
            return other;
        }

        var at = (long)Math.Min(footer.DataOffset, long.MaxValue / 2);
        return at % VhdLayout.SectorSize == 0 && _store.TryRead<VhdDynamicHeader>(at, out var header)
            ? FromConstants(header, at) ?? FromFile(footer, header, at)
            : null;
    }

    /// <summary>The copy of the footer points at another header, which is whole, and so is the disk with it.</summary>
    private Repair? FromOtherFooter(in VhdFooter footer)
    {
        var copy = _footers.Copy;
        if (!_footers.TrailingIsWhole || !_footers.CopyIsWhole || copy.DataOffset == footer.DataOffset
            || copy.CurrentSize != footer.CurrentSize || copy.DiskType != footer.DiskType
            || copy.UniqueId != footer.UniqueId)
        {
            return null;
        }

        var write = new HostWrite(new HostOffset(_footers.TrailingOffset), Bytes(copy));
        return Try([write]).CountOf(CheckSeverity.Corruption) > 0 ? null : new Repair(
            $"The footer at the end is written anew from its copy at byte 0, which points at a whole header at byte "
            + $"{copy.DataOffset}.",
            [new ChangeStep("the footer at the end", [write])]);
    }

    private static Repair? FromConstants(in VhdDynamicHeader header, long at)
    {
        foreach (var next in (ReadOnlySpan<ulong>)[header.DataOffset, VhdDynamicHeader.DataOffsetNull])
        {
            var candidate = header;
            candidate.DataOffset = next;
            candidate.Seal();
            candidate.Checksum = header.Checksum;
            if (candidate != header && Layout.IsValid(candidate))
            {
                return new Repair(
                    $"What is the same in every dynamic header is written anew at byte {at}: with it the checksum is "
                    + "right.", [HeaderStep(candidate, at)]);
            }
        }

        return null;
    }

    private Repair? FromFile(in VhdFooter footer, in VhdDynamicHeader header, long at)
    {
        var candidate = header;
        candidate.Seal();
        var isOnlySum = Layout.Validate(header) is [{ Kind: ViolationKind.Checksum }];
        var step = HeaderStep(candidate, at);
        if (!isOnlySum || !IsTight(footer, candidate, at)
            || Try(step.Writes) is not { } report
            || report.CountOf(CheckSeverity.Corruption) > 0 || report.CountOf(CheckSeverity.Leak) > 0)
        {
            return null;
        }

        var parent = footer.DiskType == VhdDiskType.Differencing ? " What it says of the parent is not proven." : null;
        return new Repair(
            "The checksum of the dynamic header is computed anew: its table and every block are where they can be and "
            + "fill the file, with as many blocks as the disk needs." + parent, [step]);
    }

    /// <summary>Whether a header leaves no choice: exactly as many entries as the disk has blocks, and the table right
    /// behind something that is known.</summary>
    private static bool IsTight(in VhdFooter footer, in VhdDynamicHeader header, long at)
    {
        var size = VhdSize.Of(footer, VhdSize.RuleOf(footer));
        if (header.BlockSize == 0 || header.MaxTableEntries != (size + header.BlockSize - 1) / header.BlockSize
            || (footer.DiskType == VhdDiskType.Differencing && header.ParentUniqueId == Guid.Empty))
        {
            return false;
        }

        var table = header.TableOffset;
        var follows = table == (ulong)(at + Layout.SizeOf<VhdDynamicHeader>());
        foreach (ref readonly var locator in header.ParentLocators)
        {
            var end = locator.DataOffset + (ulong)VhdLayout.PadToSector(locator.DataLength);
            follows |= locator.PlatformCode != VhdParentLocatorCode.None && table == end;
        }

        return follows;
    }

    /// <summary>Everything that is mended is in the first sector, which changes at once.</summary>
    private static ChangeStep HeaderStep(in VhdDynamicHeader header, long at) => new(
        "the dynamic header",
        [new HostWrite(new HostOffset(at), Bytes(header).AsMemory(0, VhdLayout.SectorSize))]);
}
