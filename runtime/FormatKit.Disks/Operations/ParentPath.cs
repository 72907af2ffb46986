using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Operations;

/// <summary>How a child is told where its parent is.</summary>
public static class ParentPath
{
    /// <summary>A parent as a child at a place of its own would name it.</summary>
    /// <param name="child">The child's file, which need not be there yet.</param>
    /// <param name="parent">The parent, open.</param>
    /// <exception cref="IOException">The child's folder is not there.</exception>
    public static NewBacking Of(string child, DiskImage parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        var file = HostPath.Resolve(parent.Name);
        var relative = Path.GetRelativePath(HostPath.ResolveFolder(HostPath.Resolve(child)), file);
        return new NewBacking(
            parent.Format, Path.IsPathRooted(relative) ? null : WithSlashes(relative), WithSlashes(file))
        {
            Identity = parent.Identity,
            ChangedAt = File.GetLastWriteTimeUtc(file),
        };
    }

    /// <summary>Refuses a parent that is the child, or has it in its chain.</summary>
    /// <param name="child">The child's file, which is not open.</param>
    /// <param name="parent">The parent to be, open with its chain.</param>
    /// <exception cref="BackingException">The chain would be a loop.</exception>
    public static void RefuseLoop(string child, DiskImage parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        foreach (var layer in parent.Layers())
        {
            if (HostFile.AreSame(child, layer.Name))
            {
                throw new BackingException(
                    child, layer == parent
                        ? "no image is its own parent"
                        : $"it is in the chain of {parent.Name}, which so cannot be its parent: that would be a loop");
            }
        }
    }

    private static string WithSlashes(string path) =>
        Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
