using System.Globalization;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>Opens an image, its parent, that one's parent, and so on, the same for all formats.</summary>
/// <param name="top">The image that was asked for, as its user named it.</param>
/// <param name="options">How it is to be opened.</param>
internal sealed class ChainOpener(string top, ImageOpenOptions options)
{
    /// <summary>The most images in a chain: each has an open file, and a read may pass through all of them.</summary>
    private const int MaxLayers = 256;

    private const long LeastCacheBytes = 256 << 10;

    /// <summary>Times in images have seconds at best, those of some file systems every other one.</summary>
    private static readonly TimeSpan SameTime = TimeSpan.FromSeconds(2);

    private readonly List<string> _paths = [top];

    /// <summary>Opens the image and all below it.</summary>
    /// <exception cref="ImageException">One of them is damaged, missing, not the one that was meant, or must not be
    /// opened.</exception>
    public DiskImage Open(ByteStore store, ImageFormat format) =>
        Open(store, format, new OpenRequest(options.Writable, options.Options), options.CacheBytes, []);

    private DiskImage Open(
        ByteStore store, ImageFormat format, OpenRequest request, long cacheBytes, IReadOnlyList<string> warnings)
    {
        var opened = format.Open(store, request);
        var choice = DriverChoice.Of(store, opened);
        choice = choice with { Opened = choice.Opened with { Warnings = [.. warnings, .. choice.Opened.Warnings] } };
        var backing = choice.Opened.Backing is { } reference && options.OpenBacking
            ? OpenParent(store.Name, reference, Math.Max(cacheBytes / 2, Math.Min(cacheBytes, LeastCacheBytes)))
            : null;
        try
        {
            return new DiskImage(store, format, choice, backing, request.Writable, cacheBytes);
        }
        catch
        {
            backing?.Dispose();
            throw;
        }
    }

    /// <summary>Opens the first file of a parent's names that is the one that was meant.</summary>
    private DiskImage OpenParent(string child, BackingReference reference, long cacheBytes)
    {
        var refusals = new List<ImageException>();
        var seen = new List<string>();
        foreach (var name in reference.Names)
        {
            try
            {
                if (options.Gate.Find(top, child, name.Path) is { } path && !IsSeen(path))
                {
                    seen.Add(path);
                    return OpenParent(child, path, reference, cacheBytes);
                }
            }
            catch (ImageException refusal)
            {
                refusals.Add(refusal);
            }
        }

        throw refusals.Count > 0 ? refusals[0] : Missing(child, reference);

        bool IsSeen(string path) => seen.Exists(other => options.Gate.AreSame(path, other));
    }

    private DiskImage OpenParent(string child, string path, BackingReference reference, long cacheBytes)
    {
        if (_paths.Find(other => options.Gate.AreSame(path, other)) is { } again)
        {
            throw new BackingException(
                child, $"its parent {path} is the same file as {again}, which is above it: the chain is a loop");
        }

        if (_paths.Count == MaxLayers)
        {
            throw new BackingException(top, string.Create(
                CultureInfo.InvariantCulture, $"there are more than {MaxLayers} images in its chain"));
        }

        var store = options.Gate.Open(
            path, options.ForceShare ? FileOpenOptions.ForReadingUnlocked : FileOpenOptions.ForReading);
        _paths.Add(path);
        try
        {
            var parent = Open(
                store, reference.Format, new OpenRequest(Writable: false, OptionValues.None), cacheBytes,
                [.. Changed(path, reference)]);
            try
            {
                CheckIdentity(child, parent, reference);
                return parent;
            }
            catch
            {
                parent.Dispose();
                throw;
            }
        }
        catch
        {
            store.Dispose();
            _paths.RemoveAt(_paths.Count - 1);
            throw;
        }
    }

    private static void CheckIdentity(string child, DiskImage parent, BackingReference reference)
    {
        if (reference.Identity is { } meant && meant != parent.Identity)
        {
            throw new BackingException(
                child,
                $"it was made on a parent that is {meant}, but {parent.Name} is {parent.Identity ?? "without an id"}",
                "name the right one with 'fkit relink'");
        }
    }

    /// <summary>A parent that was changed since: its child shows old and new content mixed. Copying a file changes its
    /// time too, so this is no error.</summary>
    private IEnumerable<string> Changed(string path, BackingReference reference)
    {
        if (reference.ChangedAt is { } then && options.Gate.ChangedAt(path) is { } now
            && (now - then).Duration() > SameTime)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"the file was last changed {now.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z, its child was made when that was "
                + $"{then.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z: if it was written to since, the child is damaged");
        }
    }

    private BackingException Missing(string child, BackingReference reference)
    {
        var names = reference.Names.Select(name => $"'{options.Gate.Locate(child, name.Path)}' ({name.Source})");
        return new BackingException(
            child,
            reference.Names.Count == 0
                ? "it is a differencing image, and has no name for its parent that can be used"
                : $"it is a differencing image, and its parent is not there: looked for {string.Join(", ", names)}",
            "say where the parent is with 'fkit relink'");
    }
}
