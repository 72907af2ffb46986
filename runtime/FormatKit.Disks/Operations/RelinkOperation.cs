using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Operations;

/// <summary>Tells a differencing image where its parent is now, which was moved or renamed.</summary>
public static class RelinkOperation
{
    /// <summary>Changes what the image says of its parent: its names, its identity, and when it was last changed. A loss
    /// of power leaves what it said before, or what it says now.</summary>
    /// <param name="child">The file of the image, which nobody has open.</param>
    /// <param name="format">Its format.</param>
    /// <param name="backing">The parent.</param>
    /// <param name="force">Whether it may be another one than it was.</param>
    /// <returns>What the image said before.</returns>
    /// <exception cref="BackingException">It is another parent, or the image has none.</exception>
    /// <exception cref="ImageException">The image is damaged, or cannot have such a parent.</exception>
    public static BackingReference Run(ByteStore child, ImageFormat format, NewBacking backing, bool force)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(backing);
        var steps = format.PlanRelink(child, backing);
        var before = format.Open(child, new OpenRequest(Writable: true, OptionValues.None)).Backing
            ?? throw new BackingException(
                child.Name, "it has no parent whose place could be changed", "give it one with 'fkit rebase -b'");
        if (!force && Difference(before, backing) is { } difference)
        {
            throw new BackingException(
                child.Name, $"{difference}, and with another parent its content would be another",
                "if that is wanted, say '--force', or keep the content with 'fkit rebase'");
        }

        ImageChange.Run(child, steps);
        return before;
    }

    private static string? Difference(BackingReference before, NewBacking backing) =>
        before.Format != backing.Format
            ? $"its parent is of format {before.Format.Name}, {backing.AbsolutePath} of {backing.Format.Name}"
        : before.Identity is { } meant && meant != backing.Identity
            ? $"it was made on a parent that is {meant}, but {backing.AbsolutePath} is "
                + (backing.Identity ?? "without an id")
        : null;
}
