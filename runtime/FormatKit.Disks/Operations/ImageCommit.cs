using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Operations;

/// <summary>
/// An image that is to be merged into its parent, both open: the parent for writing and alone, the image by itself and
/// for reading. In the end children of the image may get the parent as theirs, and the image be deleted.
/// </summary>
/// <remarks>Killed at any moment and run again it completes: until the parent has everything, durably, nothing else is
/// changed, and the image goes when none of the children that were named needs it.</remarks>
public sealed class ImageCommit : IDisposable
{
    private readonly CommitRelatives _relatives;
    private readonly ImageCommitOptions _options;

    private ImageCommit(CommitRelatives relatives, ImageCommitOptions options, DiskImage child, DiskImage parent)
    {
        _relatives = relatives;
        _options = options;
        Child = child;
        Parent = parent;
    }

    /// <summary>The image.</summary>
    public DiskImage Child { get; }

    /// <summary>Its parent.</summary>
    public DiskImage Parent { get; }

    /// <summary>What could not be found out about children, as clauses.</summary>
    public IReadOnlyList<string> Notes => _relatives.Notes;

    /// <summary>Children of the image that were found and stay its children.</summary>
    public IReadOnlyList<string> Remaining => _relatives.Remaining;

    /// <summary>Children of the image that get the parent as theirs.</summary>
    public IReadOnlyList<string> Relinked => _relatives.ToRelink;

    /// <summary>Opens both and looks for whom it would hurt. Writes nothing.</summary>
    /// <param name="path">The image.</param>
    /// <param name="options">What with its relatives.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="BackingException">It has no parent, or that does not open; another child of the parent would be
    /// ruined; a child that was named is none, or one is left without its parent.</exception>
    /// <exception cref="ImageException">One of the images is damaged, or the parent too short.</exception>
    /// <exception cref="IOException">Someone else uses the parent, or the system refuses.</exception>
    public static ImageCommit Open(string path, ImageCommitOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var relatives = CommitRelatives.Of(path, options, cancellation);
        var child = DiskImage.Open(path, new ImageOpenOptions { Format = relatives.Format, OpenBacking = false });
        try
        {
            return new ImageCommit(relatives, options, child, OpenParent(path, options.Gate, relatives, child));
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>Copies what the image has itself, and makes the parent durable.</summary>
    /// <returns>Bytes that were copied, zeros not among them.</returns>
    public long Copy(CommitOptions options, CancellationToken cancellation) =>
        CommitOperation.Run(Child, Parent, options, cancellation);

    /// <summary>Closes both, and then does what is to be done with the children and the image.</summary>
    public void Finish()
    {
        Parent.Dispose();
        Child.Dispose();
        foreach (var file in _relatives.ToRelink)
        {
            using var parent = DiskImage.Open(
                Parent.Name, new ImageOpenOptions { Format = Parent.Format, OpenBacking = false });
            using var store = FileStore.Open(file, FileOpenOptions.ForWriting);
            RelinkOperation.Run(store, ImageFormats.Probe(file, store), ParentPath.Of(file, parent), force: true);
        }

        if (_options.Delete)
        {
            Delete(HostPath.Resolve(Child.Name));
        }
    }

    /// <summary>Closes both.</summary>
    public void Dispose()
    {
        Parent.Dispose();
        Child.Dispose();
    }

    private static DiskImage OpenParent(string path, OpenGate gate, CommitRelatives relatives, DiskImage child)
    {
        var parent = DiskImage.Open(
            gate.Open(relatives.Parent, FileOpenOptions.ForWriting),
            new ImageOpenOptions { Writable = true, Format = relatives.ParentFormat, Gate = new TopGate(gate, path) });
        try
        {
            // Others may have been at work since the chain was looked at.
            if (child.BackingReference?.Identity is { } meant && meant != parent.Identity)
            {
                throw new BackingException(path, $"its parent {parent.Name} has become another one");
            }

            return parent.Length >= child.Length ? parent : throw new ImageException(
                path, $"it has {child.Length} bytes, its parent {parent.Name} only {parent.Length}",
                $"make the parent as long: 'fkit resize {parent.Name} {child.Length}'");
        }
        catch
        {
            parent.Dispose();
            throw;
        }
    }

    /// <summary>Not under anybody who still reads it.</summary>
    private static void Delete(string file)
    {
        FileStore.Open(file, new FileOpenOptions(Writable: false, StoreSharing.Exclusive)).Dispose();
        File.Delete(file);
        HostFile.SyncFolder(Path.GetDirectoryName(file)!);
    }
}
