using FormatKit.Disks.Images;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <remarks>Which of the two grain directories counts.</remarks>
internal sealed partial class VmdkOpen
{
    /// <summary>The directories to go by: both, merged where one is damaged; else one of them alone.</summary>
    private OpenedDriver Choose()
    {
        var hasFirst = TryDirectory(_header.DirectoryOffsetOrNull, out var first);
        var isRedundant = _header.Flags.HasFlag(Vmdk4Flags.RedundantDirectory)
            && _header.RedundantDirectoryOffsetOrNull is not null;
        var hasSecond = TryDirectory(_header.RedundantDirectoryOffsetOrNull, out var second) && isRedundant;
        if (hasFirst && hasSecond)
        {
            return Merged(first, second) ?? Merged(second, first) ?? OneOf(first, second);
        }

        if ((!hasFirst && !hasSecond) || (isRedundant && _writable))
        {
            throw VmdkHeaderReader.Wrong(
                _store, _header,
                hasFirst ? nameof(Vmdk4Header.RedundantDirectoryOffset) : nameof(Vmdk4Header.DirectoryOffset),
                $"a place with room for {_layout.DirectoryLength} bytes in the file's {_store.Length}",
                hasFirst || hasSecond ? "the other grain directory is there: the disk can be read" : null);
        }

        if (isRedundant)
        {
            _staleCopies.Add($"the {(hasFirst ? "redundant " : "")}grain directory is said to be outside the file; the "
                + "other one is used");
        }

        return Opened(new VmdkDirectories(hasFirst ? first : second, null, false), [], [], null);
    }

    private bool TryDirectory(ulong? sector, out HostRange place)
    {
        place = default;
        return sector is { } known && VmdkHeaderReader.TryPlace(_store, known, _layout.DirectoryLength, out place);
    }

    private OpenedDriver? Merged(HostRange leading, HostRange other)
    {
        var copies = new VmdkTableCopies(_store, _layout, HasZeroedGrains, leading, other);
        if (!copies.TryCompare())
        {
            return null;
        }

        return Opened(
            new VmdkDirectories(leading, other, true), copies.Mends, copies.Copies(otherHasTables: true),
            copies.Differences == 0 ? null
                : $"the two grain directories and their tables differ in {copies.Differences} places; "
                + "what is whole in either is used",
            () => OneOf(leading, other));
    }

    /// <summary>
    /// One copy alone, where they cannot be brought together: the one whose structures are apart from each other.
    /// Should both be so, damage has lost more of one; but which is right cannot be told for certain, and a write would
    /// have the other follow the one that was chosen.
    /// </summary>
    private OpenedDriver OneOf(HostRange first, HostRange second)
    {
        var (one, other) = (Alone(first, second), Alone(second, first));
        if (!Stands(other))
        {
            return one;
        }

        if (!Stands(one))
        {
            return other;
        }

        return !_writable ? GrainsIn(other) > GrainsIn(one) ? other : one : throw new ImageException(
            _store.Name, "the two grain directories contradict each other, and which one is right cannot be told",
            "read the disk, and convert it to a new image when it is right");
    }

    private bool Stands(OpenedDriver alone)
    {
        try
        {
            RegionSurvey.Of(_store, alone);
            return true;
        }
        catch (ImageException)
        {
            return false;
        }
    }

    private long GrainsIn(OpenedDriver alone) =>
        alone.Driver.Regions(new ScannedTables(_store, TableMends.None)).LongCount(
            region => region.Kind == RegionKind.Block);

    private OpenedDriver Alone(HostRange leading, HostRange other)
    {
        var copies = new VmdkTableCopies(_store, _layout, HasZeroedGrains, leading, other);
        return Opened(
            new VmdkDirectories(leading, other, false), [], copies.Copies(otherHasTables: false),
            $"the grain directory at {other.Start} or its tables do not fit the other's; "
            + $"the one at {leading.Start} is used");
    }
}
