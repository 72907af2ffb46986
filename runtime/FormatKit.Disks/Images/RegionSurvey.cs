using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// Walks over all regions of an image: the end of what is used, and whether each lies inside the file and apart from
/// the others. An image in which two blocks share bytes is refused even for reading, because at least one of them reads
/// as something that its guest never wrote.
/// </summary>
internal sealed class RegionSurvey
{
    private readonly ByteStore _store;
    private readonly UsedRanges _used = new();

    private RegionSurvey(ByteStore store) => _store = store;

    /// <summary>The first byte behind everything but the footer.</summary>
    public HostOffset End { get; private set; }

    /// <summary>Where the footer is.</summary>
    public HostOffset? FooterStart { get; private set; }

    /// <exception cref="ImageException">A region is outside the file or overlaps another.</exception>
    public static RegionSurvey Of(ByteStore store, OpenedDriver opened)
    {
        var survey = new RegionSurvey(store);
        var mends = new TableMends(opened.Mends);
        var length = store.Length;
        if (opened.Driver is IUnitPlaces units && survey.TryTakeUnits(units, new ScannedTables(store, mends), length))
        {
            return survey;
        }

        survey = new RegionSurvey(store);
        foreach (var region in opened.Driver.Regions(new ScannedTables(store, mends)))
        {
            survey.Add(region, length);
            if (survey._used.Bytes > length)
            {
                break; // Some of it must be in one place. A file can claim far more than it has.
            }
        }

        if (survey._used.Contested() is [var place, ..])
        {
            survey.Refuse(opened.Driver.Regions(new ScannedTables(store, mends)), place);
        }

        return survey;
    }

    /// <summary>The quick way for units of equal size, which says no more than that all is well.</summary>
    private bool TryTakeUnits(IUnitPlaces units, ScannedTables tables, long fileLength)
    {
        foreach (var region in units.OtherRegions)
        {
            Add(region, fileLength);
        }

        if (_used.Contested().Length > 0
            || !UnitSurvey.TryFindEnd(units, tables, _used.Runs(), fileLength, out var end))
        {
            return false;
        }

        End = end > End ? end : End;
        return true;
    }

    private void Add(in Region region, long fileLength)
    {
        if (region.IsOptional)
        {
            if (region.PaddedEnd > End && region.Range.End.Value <= fileLength)
            {
                End = region.PaddedEnd;
            }

            return;
        }

        if (region.Range.End.Value > fileLength)
        {
            throw ImageException.ForValue(
                _store.Name, region.SaidAt.Value, $"the place of {region}",
                $"byte {region.Range.Start.Value} to {region.Range.End.Value}",
                $"a place inside the file of {fileLength} bytes", "the file was truncated or its tables are damaged");
        }

        if (region.Kind == RegionKind.Footer)
        {
            FooterStart = region.Range.Start;
        }
        else if (region.PaddedEnd > End)
        {
            End = region.PaddedEnd;
        }

        _used.Add(region.Range);
    }

    /// <summary>Looks through all regions again for the two that share bytes: the first walk keeps no names.</summary>
    private void Refuse(IEnumerable<Region> regions, HostRange place)
    {
        var first = default(Region?);
        foreach (var region in regions)
        {
            if (region.IsOptional || !region.Range.Overlaps(place))
            {
                continue;
            }

            if (first is { } one && one.Range.Overlaps(region.Range))
            {
                throw ImageException.ForValue(
                    _store.Name, region.SaidAt.Value, $"the place of {region}",
                    $"byte {region.Range.Start.Value} to {region.Range.End.Value}",
                    $"a place apart from {one} at byte {one.Range.Start.Value} to {one.Range.End.Value}",
                    "see what is damaged with 'fkit check'");
            }

            first ??= region;
        }
    }
}
