namespace FormatKit.Disks.Storage;

/// <summary>A file could not be opened because someone else is using it in a way that excludes it.</summary>
public sealed class ImageLockedException : IOException
{
    /// <summary>Says which file, what was asked for, and who is in the way.</summary>
    /// <param name="path">The file.</param>
    /// <param name="requested">How it was to be opened.</param>
    /// <param name="holders">Who uses it, as far as known: <c>qemu-img (process 1234)</c>.</param>
    public ImageLockedException(string path, StoreSharing requested, IReadOnlyList<string> holders)
        : base(Describe(path, requested, holders))
    {
        Path = path;
        Requested = requested;
        Holders = holders;
    }

    /// <summary>The file, as the caller named it.</summary>
    public string Path { get; }

    /// <summary>How it was to be opened.</summary>
    public StoreSharing Requested { get; }

    /// <summary>Who uses the file, as far as the system tells; may be empty.</summary>
    public IReadOnlyList<string> Holders { get; }

    private static string Describe(string path, StoreSharing requested, IReadOnlyList<string> holders)
    {
        var who = holders.Count == 0 ? "another process" : string.Join(", ", holders);
        return requested == StoreSharing.Exclusive
            ? $"{path}: cannot be locked for writing: it is in use by {who}."
            : $"{path}: cannot be locked for reading: it is open for writing by {who}. "
                + "With -U (--force-share) it is read anyway, and may change meanwhile.";
    }
}
