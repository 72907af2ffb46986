using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Operations;

/// <summary>Those who are touched when an image is merged into its parent: the parent, its other children, and the
/// children of the image. All of it is found out, and refused if it must be, before anything is written.</summary>
internal sealed class CommitRelatives
{
    private readonly string _path;
    private readonly DiskImage _image;
    private readonly DiskImage _parent;
    private readonly List<string> _toRelink = [];
    private readonly List<string> _relinked = [];

    private CommitRelatives(string path, DiskImage image)
    {
        _path = path;
        _image = image;
        _parent = image.Backing ?? throw new BackingException(path, "it has no parent that it could be merged into");
        Warnings =
        [
            .. image.Layers().SelectMany(layer => layer.Warnings.Select(warning => $"{layer.Name}: {warning}")),
        ];
    }

    /// <summary>The image's format.</summary>
    public ImageFormat Format => _image.Format;

    /// <summary>The parent's file.</summary>
    public string Parent => _parent.Name;

    /// <summary>The parent's guest bytes.</summary>
    public long ParentLength => _parent.Length;

    /// <summary>The parent's format.</summary>
    public ImageFormat ParentFormat => _parent.Format;

    /// <summary>Children that were named and have the image as their parent.</summary>
    public IReadOnlyList<string> ToRelink => _toRelink;

    /// <summary>Children that were found and not named.</summary>
    public IReadOnlyList<string> Remaining { get; private set; } = [];

    /// <summary>What is odd about the image and all below it.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>What could not be found out.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    public static CommitRelatives Of(string path, ImageCommitOptions options, CancellationToken cancellation)
    {
        using var image = DiskImage.Open(
            path, new ImageOpenOptions { Format = options.Format, Gate = options.Gate });
        var relatives = new CommitRelatives(path, image);
        foreach (var child in options.Children)
        {
            relatives.TakeChild(child, options.Gate);
        }

        relatives.RefuseUnlessDone(cancellation);
        relatives.RefuseHarm(ChildSearch.Beside([path, relatives.Parent], options.Gate), options);
        return relatives;
    }

    /// <summary>Looks once more, before the image goes, for children that it has got meanwhile.</summary>
    /// <exception cref="BackingException">There is one.</exception>
    public void RefuseNewChildren(OpenGate gate)
    {
        if (ChildSearch.Beside([_path], gate).ChildrenOf(_image).FirstOrDefault() is { } child)
        {
            throw new BackingException(
                _path, $"it is merged into {Parent}, but not deleted: meanwhile it has got a child, {child}",
                $"say '--child {child}' to have that go on with {Parent}");
        }
    }

    private void TakeChild(string file, OpenGate gate)
    {
        if (IsChild(file, gate))
        {
            using var store = FileStore.Open(file, FileOpenOptions.ForWriting);
            ImageFormats.Probe(file, store).PlanRelink(store, ParentPath.Of(file, _parent)); // refuses early
            _toRelink.Add(file);
        }
        else
        {
            _relinked.Add(file); // by a run that was ended before it had done the rest
        }
    }

    /// <returns>False when it has the parent as its own.</returns>
    private bool IsChild(string file, OpenGate gate)
    {
        using var child = DiskImage.Open(file, new ImageOpenOptions { Gate = gate });
        if (child.Backing is { } own && HostFile.AreSame(own.Name, _parent.Name))
        {
            return false;
        }

        if (child.Backing is not { } parent || !HostFile.AreSame(parent.Name, _path))
        {
            throw new BackingException(
                file, $"it is no child of {_path}: "
                + (child.Backing is null ? "it has no parent" : $"its parent is {child.Backing.Name}"));
        }

        RefuseLongerTail(file, child);
        return true;
    }

    /// <summary>Behind the image's end its child sees zeros; on the parent it would see what that has there.</summary>
    private void RefuseLongerTail(string file, DiskImage child)
    {
        var tail = Math.Min(child.Length, _parent.Length) - _image.Length;
        if (tail > 0 && !_parent.Map(_image.Length, tail).All(run => run.Zero))
        {
            throw new BackingException(
                file, $"it is longer than {_path}, and would see what {_parent.Name} has behind that one's end",
                $"make it as long as its parent first: 'fkit resize {_path} {_parent.Length}'");
        }
    }

    /// <summary>A child that has the parent as its own already is from a run that was ended, and then the parent has
    /// everything; or it is another child, and would be ruined.</summary>
    private void RefuseUnlessDone(CancellationToken cancellation)
    {
        if (_relinked.Count > 0 && !CommitOperation.IsDone(_image, _parent, cancellation))
        {
            throw new BackingException(
                _relinked[0], $"it is no child of {_path}, but of {_parent.Name}, and would show something else when "
                + "that is changed");
        }
    }

    private void RefuseHarm(ChildSearch search, ImageCommitOptions options)
    {
        Notes = search.Notes;
        string[] siblings = [.. search.ChildrenOf(_parent).Where(file => !IsOneOf(file, [_path, .. _relinked]))];
        if (siblings.Length > 0 && !options.Force)
        {
            throw new BackingException(
                _path, $"its parent {_parent.Name} has other children, which would show something else: "
                + string.Join(", ", siblings),
                "give them their content with 'fkit rebase', or say '--force' if they are needed no more");
        }

        Remaining = [.. search.ChildrenOf(_image).Where(file => !IsOneOf(file, _toRelink))];
        if (Remaining.Count > 0 && options.Delete)
        {
            throw new BackingException(
                _path, $"it has children, which would be left without it: {string.Join(", ", Remaining)}",
                $"say '--child {Remaining[0]}' to have them go on with {_parent.Name}");
        }
    }

    private static bool IsOneOf(string file, IEnumerable<string> files) =>
        files.Any(other => HostFile.AreSame(file, other));
}
