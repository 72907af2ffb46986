using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Operations;

/// <summary>
/// An image that is to be merged into its parent. It is open by itself and for reading, and the parent is opened alone,
/// for writing, while it is written to. In the end children of the image may get the parent as theirs, and the image be
/// deleted.
/// </summary>
/// <remarks>Killed at any moment and run again it completes: until the parent has everything, durably, nothing else is
/// changed, and the image goes when none of the children that were named needs it.</remarks>
public sealed class ImageCommit : IDisposable
{
    private readonly CommitRelatives _relatives;
    private readonly ImageCommitOptions _options;

    private ImageCommit(CommitRelatives relatives, ImageCommitOptions options, DiskImage child)
    {
        _relatives = relatives;
        _options = options;
        Child = child;
    }

    /// <summary>The image.</summary>
    public DiskImage Child { get; }

    /// <summary>The file of its parent.</summary>
    public string Parent => _relatives.Parent;

    /// <summary>What is odd about the image and all below it, as sentences.</summary>
    public IReadOnlyList<string> Warnings => _relatives.Warnings;

    /// <summary>What could not be found out about children, as clauses.</summary>
    public IReadOnlyList<string> Notes => _relatives.Notes;

    /// <summary>Children of the image that were found and stay its children.</summary>
    public IReadOnlyList<string> Remaining => _relatives.Remaining;

    /// <summary>Children of the image that get the parent as theirs.</summary>
    public IReadOnlyList<string> Relinked => _relatives.ToRelink;

    /// <summary>Opens the image and looks for whom it would hurt. Writes nothing.</summary>
    /// <param name="path">The image.</param>
    /// <param name="options">What with its relatives.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="BackingException">It has no parent, or that does not open; another child of the parent would be
    /// ruined; a child that was named is none, or one is left without its parent.</exception>
    /// <exception cref="ImageException">One of the images is damaged.</exception>
    /// <exception cref="IOException">Someone writes to one of them, or the system refuses.</exception>
    public static ImageCommit Open(string path, ImageCommitOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var relatives = CommitRelatives.Of(path, options, cancellation);
        return new ImageCommit(
            relatives, options,
            DiskImage.Open(path, new ImageOpenOptions { Format = relatives.Format, OpenBacking = false }));
    }

    /// <summary>Makes the parent as long as the image, should it be shorter, copies what the image has itself, makes the
    /// parent durable and closes it.</summary>
    /// <returns>Bytes that were copied, zeros not among them.</returns>
    /// <exception cref="ImageException">The parent cannot be so long.</exception>
    /// <exception cref="IOException">Someone else uses the parent, or the system refuses.</exception>
    public long Copy(CommitOptions options, CancellationToken cancellation)
    {
        if (_relatives.ParentLength < Child.Length)
        {
            using var store = OpenParentStore();
            ResizeOperation.Run(store, ParentOptions, Child.Length, allowDataLoss: false, cancellation);
        }

        using var parent = DiskImage.Open(OpenParentStore(), ParentOptions with { Writable = true });
        return Child.BackingReference?.Identity is { } meant && meant != parent.Identity
            ? throw new BackingException(Child.Name, $"its parent {Parent} has become another one")
            : CommitOperation.Run(Child, parent, options, cancellation);
    }

    /// <summary>Closes the image, and then does what is to be done with it and its children.</summary>
    /// <exception cref="BackingException">The image would be deleted, and has got another child meanwhile.</exception>
    /// <exception cref="IOException">Someone uses the image or a child, or the system refuses.</exception>
    public void Finish()
    {
        Child.Dispose();
        foreach (var file in _relatives.ToRelink)
        {
            using var parent = DiskImage.Open(
                Parent, new ImageOpenOptions { Format = _relatives.ParentFormat, OpenBacking = false });
            using var store = FileStore.Open(file, FileOpenOptions.ForWriting);
            RelinkOperation.Run(store, ImageFormats.Probe(file, store), ParentPath.Of(file, parent), force: true);
        }

        if (_options.Delete)
        {
            Delete(HostPath.Resolve(Child.Name));
        }
    }

    /// <summary>Closes the image.</summary>
    public void Dispose() => Child.Dispose();

    /// <summary>The parent as what the image says that it is.</summary>
    private ImageOpenOptions ParentOptions => new()
    {
        Format = _relatives.ParentFormat, Gate = new TopGate(_options.Gate, Child.Name),
    };

    private ByteStore OpenParentStore() => _options.Gate.Open(Parent, FileOpenOptions.ForWriting);

    /// <summary>Not under anybody who still reads it, nor under a child that was made while the parent was
    /// written to: while it is locked, none is made.</summary>
    private void Delete(string file)
    {
        using (FileStore.Open(file, new FileOpenOptions(Writable: false, StoreSharing.Exclusive)))
        {
            _relatives.RefuseNewChildren(_options.Gate);
        }

        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw StoreErrors.From(Child.Name, $"it is merged into {Parent}, but cannot be deleted", e);
        }

        HostFile.SyncFolder(Path.GetDirectoryName(file)!);
    }
}
