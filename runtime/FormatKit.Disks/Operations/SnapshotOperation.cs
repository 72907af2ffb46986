using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>A new, empty child on a disk, which from then on must not be written to any more.</summary>
public static class SnapshotOperation
{
    /// <summary>Makes the child; the parent is not touched. A loss of power leaves no child or the whole one.</summary>
    /// <param name="parent">The disk, open for reading.</param>
    /// <param name="path">The child's file. One of this name is replaced.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ImageException">The format cannot have such a child, or the child would replace an image that
    /// is below it.</exception>
    /// <exception cref="ArgumentException">An option is unknown or has an impossible value.</exception>
    /// <exception cref="IOException">The system refuses.</exception>
    public static void Run(DiskImage parent, string path, SnapshotOptions options)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var layer in parent.Layers())
        {
            TargetImage.RefuseSame(layer.Name, path);
        }

        var format = options.Format ?? parent.Format;
        if (!format.Abilities.HasFlag(FormatAbilities.Chain))
        {
            throw new ImageException(
                path, $"images of format {format.Name} cannot have a parent", "choose another with '-f', such as vpc");
        }

        using var target = TargetImage.CreateChild(
            path, format, options.Length ?? parent.Length, ParentPath.Of(path, parent), options.Values, options.Sync);
        target.Commit();
    }
}
