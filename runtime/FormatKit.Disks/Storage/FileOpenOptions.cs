namespace FormatKit.Disks.Storage;

/// <summary>How a file or device is opened.</summary>
/// <param name="Writable">Whether it is opened for writing as well as reading. A writable store cannot be
/// <see cref="StoreSharing.Shared"/>.</param>
/// <param name="Sharing">What others may do with it meanwhile.</param>
public readonly record struct FileOpenOptions(bool Writable, StoreSharing Sharing)
{
    /// <summary>Reading, beside other readers and no writer.</summary>
    public static FileOpenOptions ForReading => new(false, StoreSharing.Shared);

    /// <summary>Reading whatever others do (<c>--force-share</c>): what is read may be half written.</summary>
    public static FileOpenOptions ForReadingUnlocked => new(false, StoreSharing.Unlocked);

    /// <summary>Reading and writing, alone.</summary>
    public static FileOpenOptions ForWriting => new(true, StoreSharing.Exclusive);

    internal FileOpenOptions Checked() => Writable && Sharing == StoreSharing.Shared
        ? throw new ArgumentException("A writable store is opened Exclusive or Unlocked.", nameof(Sharing))
        : this;
}
