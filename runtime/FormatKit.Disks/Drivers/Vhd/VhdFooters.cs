using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>
/// The footer at the end of a file and the copy at its start, either of which rescues the other. The one at the end
/// counts when both are whole: it is the one that a resize or a fixed disk has.
/// </summary>
internal sealed class VhdFooters
{
    private VhdFooters(VhdFooter trailing, long trailingOffset, bool trailingIsThere, VhdFooter copy, bool copyIsThere)
    {
        Trailing = trailing;
        TrailingOffset = trailingOffset;
        TrailingViolations = trailingIsThere ? Layout.Validate(trailing) : null;
        Copy = copy;
        CopyViolations = copyIsThere ? Layout.Validate(copy) : null;
    }

    public VhdFooter Trailing { get; }

    /// <summary>Where the file's last 512 (511) bytes begin that have the cookie.</summary>
    public long TrailingOffset { get; }

    /// <summary>Whether that of a fixed disk is not at the end of the file.</summary>
    public bool IsLost { get; private init; }

    /// <summary>What is wrong with the trailing footer; null when its cookie is not there.</summary>
    public ViolationList? TrailingViolations { get; }

    public VhdFooter Copy { get; }

    /// <summary>What is wrong with the copy; null when its cookie is not there.</summary>
    public ViolationList? CopyViolations { get; }

    public bool TrailingIsWhole => TrailingViolations?.Count == 0;

    /// <summary>Fixed disks have no copy: what their first sector has is the guest's.</summary>
    public bool CopyIsWhole => CopyViolations?.Count == 0 && Copy.DiskType != VhdDiskType.Fixed;

    /// <summary>Whether the copy should be there, and is damaged or not what the footer at the end is.</summary>
    public bool CopyIsStale => TrailingIsWhole && Trailing.DiskType != VhdDiskType.Fixed
        && !(CopyIsWhole && Copy == Trailing);

    public static VhdFooters Read(ByteStore store)
    {
        var isThere = VhdStructures.TryReadFooter(store, out var trailing, out var offset);
        var copyIsThere = store.TryRead<VhdFooter>(0, out var copy) && VhdStructures.HasCookie(copy)
            && offset != 0;
        var isLost = !isThere && !copyIsThere && VhdLostFooter.TryFind(store, out trailing, out offset);
        return new VhdFooters(trailing, offset, isThere || isLost, copy, copyIsThere) { IsLost = isLost };
    }

    /// <summary>The footer to go by.</summary>
    /// <exception cref="ImageException">Neither is whole.</exception>
    public VhdFooter Choose(ByteStore store)
    {
        if (TrailingIsWhole || CopyIsWhole)
        {
            return TrailingIsWhole ? Trailing : Copy;
        }

        var (violations, offset) = TrailingViolations is { } trailing
            ? (trailing, TrailingOffset)
            : (CopyViolations, 0L);
        throw violations is null
            ? new ImageException(
                store.Name, "this is no VHD: neither the end nor the start of the file has the cookie \"conectix\"")
            : violations.Count == 0
            ? new ImageException(
                store.Name, "the footer at the end of this fixed VHD is damaged or gone",
                "a fixed disk has no other copy; its guest's bytes are still there with '-f raw'")
            : ImageException.ForViolation(
                store.Name, offset, violations[0], "and no other copy of the footer is whole");
    }

    /// <summary>What a reader should know about the footer that was not chosen.</summary>
    public IEnumerable<string> StaleCopies(VhdFooter chosen)
    {
        if (IsLost)
        {
            yield return "the footer is before zeros at the end of the file, which was to become longer; "
                + "'fkit resize' with any size puts it right";
        }
        else if (!TrailingIsWhole)
        {
            yield return "the footer at the end of the file is damaged or gone; its copy at the start is used";
        }
        else if (chosen.DiskType != VhdDiskType.Fixed && !CopyIsWhole)
        {
            yield return "the copy of the footer at the start of the file is damaged; the footer at the end is used";
        }
        else if (chosen.DiskType != VhdDiskType.Fixed && Copy != Trailing)
        {
            yield return "the footer at the end of the file and its copy at the start differ; "
                + "the one at the end is used";
        }
    }
}
