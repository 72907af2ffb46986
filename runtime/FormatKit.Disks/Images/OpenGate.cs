using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>
/// Which of the files that images name may be opened. A name in an image is a wish of whoever made it: without a gate,
/// a disk from elsewhere could have its reader open, and pass on, any file of the machine.
/// </summary>
public abstract class OpenGate
{
    /// <summary>Regular files in the folder of the image that was asked for and in the folders below it, wherever links
    /// lead.</summary>
    public static OpenGate OwnFolder { get; } = new FolderGate([]);

    /// <summary>The same, and the files of other folders and those below them.</summary>
    /// <param name="folders">The folders.</param>
    public static OpenGate Allowing(IEnumerable<string> folders) => new FolderGate([.. folders]);

    /// <summary>Finds the file that an image names.</summary>
    /// <param name="top">The image that was asked for.</param>
    /// <param name="image">The image that has the name: the same, or one below it.</param>
    /// <param name="name">The name, with slashes; relative to the image's folder, or absolute.</param>
    /// <returns>The file; null when there is none.</returns>
    /// <exception cref="BackingException">There is one, which may not be opened.</exception>
    public abstract string? Find(string top, string image, string name);

    /// <summary>Where a name leads, for an error.</summary>
    /// <param name="image">The image that has the name.</param>
    /// <param name="name">The name.</param>
    public abstract string Locate(string image, string name);

    /// <summary>Opens a file that was found.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How.</param>
    public abstract ByteStore Open(string path, FileOpenOptions options);

    /// <summary>Whether two paths lead to one file.</summary>
    public abstract bool AreSame(string one, string other);

    /// <summary>When a file was last changed; null when that is not known.</summary>
    public abstract DateTimeOffset? ChangedAt(string path);
}
