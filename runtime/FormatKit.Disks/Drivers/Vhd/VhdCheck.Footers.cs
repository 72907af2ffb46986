using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <remarks>The two footers of a disk with blocks: which one counts, and where the other one is not the same.</remarks>
internal sealed partial class VhdCheck
{
    /// <summary>How many fields that differ are named.</summary>
    private const int MaxDifferences = 5;

    /// <param name="footer">The footer that counts.</param>
    /// <param name="choice">The disk as it opens; null when it does not. Then nothing that tells more than this footer
    /// may be overwritten.</param>
    private void CheckFooters(in VhdFooter footer, DriverChoice? choice)
    {
        if (!_footers.TrailingIsWhole)
        {
            CheckTrailing(footer, choice);
        }
        else if (_footers.CopyIsStale)
        {
            var repair = choice is null && _footers.CopyIsWhole ? null : new Repair(
                "The copy of the footer at byte 0 is written anew from the footer at the end.",
                [new ChangeStep("the copy of the footer", [new HostWrite(default, Bytes(footer))])]);
            var (problem, at) = ProblemOfCopy();
            _report.Add(CheckSeverity.StaleCopy, problem, at, repair);
        }
    }

    private (string Problem, long At) ProblemOfCopy()
    {
        if (_footers.CopyViolations is not { } violations)
        {
            return ("The copy of the footer at byte 0 is not there; the one at the end counts.", 0);
        }

        if (violations is [var first, ..])
        {
            return ($"The copy of the footer at byte 0 is damaged: its {first.Path} is {first.FoundText}, expected "
                + $"{first.ExpectedText}; the one at the end counts.", first.Offset);
        }

        var (trailing, copy) = (_footers.Trailing, _footers.Copy);
        if (copy.DiskType == VhdDiskType.Fixed)
        {
            return ("The copy of the footer at byte 0 is that of a fixed disk; the one at the end counts.", 0);
        }

        var differences = Replica.Compare(in trailing, in copy);
        var words = differences.Take(MaxDifferences).Select(one =>
            one.FoundText == one.ExpectedText ? $"{one.Path} differs" : $"{one.Path} is {one.FoundText} there, "
                + $"{one.ExpectedText} at the end");
        var more = differences.Count > MaxDifferences ? $", and {differences.Count - MaxDifferences} more" : null;
        return ($"The footer at the end and its copy at byte 0 are both whole and differ: {string.Join("; ", words)}"
            + $"{more}. The one at the end counts.", differences.Count > 0 ? differences[0].Offset : 0);
    }

    private void CheckTrailing(in VhdFooter footer, DriverChoice? choice)
    {
        const string Copy = "its copy at byte 0 counts.";
        if (choice?.Survey is not { } survey)
        {
            _report.Add(
                CheckSeverity.StaleCopy, $"The footer at the end of the file is damaged or gone; {Copy}",
                _footers.TrailingViolations is null ? _store.Length : _footers.TrailingOffset);
            return;
        }

        var (used, padded) = (UsedEnd(choice), VhdLayout.PadToSector(survey.End.Value));
        if (MisplacedFooter(footer, used, padded) is { } found)
        {
            var behind = _store.Length - found - FooterSize;
            _report.Add(
                CheckSeverity.StaleCopy,
                $"{behind} bytes are behind the footer at byte {found}, which readers look for at the end of the file; "
                + Copy,
                found + FooterSize,
                _store is { CanWrite: true, CanResize: false } ? null : new Repair(
                    $"The {behind} bytes behind the footer at byte {found} are cut off.",
                    [
                        new ChangeStep("the footer", [new HostWrite(new HostOffset(found), Bytes(footer))]),
                        new ChangeStep("the rest is cut off", []) { Length = found + FooterSize },
                    ]));
            return;
        }

        var (problem, offset) = _footers.TrailingViolations is [var first, ..]
            ? ($"damaged: its {first.Path} is {first.FoundText}, expected {first.ExpectedText}",
                _footers.TrailingOffset + first.Offset)
            : ("not there", PlaceOfTrailing(used, padded));
        var place = PlaceOfTrailing(used, padded);
        _report.Add(
            CheckSeverity.StaleCopy, $"The footer at the end of the file is {problem}; {Copy}", offset,
            new Repair(
                $"The footer at the end is written at byte {place} from its copy at byte 0.",
                [new ChangeStep("the footer at the end", [new HostWrite(new HostOffset(place), Bytes(footer))])]));
    }

    /// <summary>Where the footer at the end belongs: where it was, if that can be told and nothing else is there, else
    /// behind everything.</summary>
    private long PlaceOfTrailing(long used, long padded)
    {
        if (_footers.TrailingViolations is not null && _footers.TrailingOffset >= used)
        {
            return _footers.TrailingOffset;
        }

        var last = _store.Length - FooterSize;
        return last % VhdLayout.SectorSize == 0 && (last == used || last == padded)
            ? last
            : Math.Max(padded, VhdLayout.PadToSector(_store.Length));
    }

    /// <summary>A whole footer of this disk right behind its last block, which is not the end of the file.</summary>
    private long? MisplacedFooter(in VhdFooter footer, long used, long padded)
    {
        foreach (var place in (ReadOnlySpan<long>)[padded, used])
        {
            if (place < _store.Length - FooterSize && _store.TryRead<VhdFooter>(place, out var found)
                && Layout.IsValid(found) && found.DiskType == footer.DiskType && found.UniqueId == footer.UniqueId)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The end of the last byte that anything uses, rounded up to a sector.</summary>
    private long UsedEnd(DriverChoice choice)
    {
        var end = 0L;
        var length = _store.Length;
        foreach (var region in Regions(choice.Opened))
        {
            if (region.Kind != RegionKind.Footer && region.Range.End.Value <= length)
            {
                end = Math.Max(end, region.Range.End.Value);
            }
        }

        return VhdLayout.PadToSector(end);
    }

    private IEnumerable<Region> Regions(OpenedDriver opened) =>
        opened.Driver.Regions(new ScannedTables(_store, new TableMends(opened.Mends)));
}
