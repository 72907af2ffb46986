using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Drivers;

/// <summary>A format of disk images: how it is told, opened, created and checked. One object a format, in the table of
/// <see cref="ImageFormats"/>.</summary>
public abstract class ImageFormat
{
    /// <summary>The name, as qemu-img has it.</summary>
    public abstract string Name { get; }

    /// <summary>Other names for it.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>The format in a few words.</summary>
    public abstract string Description { get; }

    /// <summary>What can be done with it.</summary>
    public abstract FormatAbilities Abilities { get; }

    /// <summary>The options that creating takes.</summary>
    public virtual IReadOnlyList<FormatOption> CreateOptions => [];

    /// <summary>Whether the bytes are of this format, going by what stands at their head and tail. Nothing is validated
    /// beyond what tells the format.</summary>
    public abstract bool Probe(IByteSource file);

    /// <summary>Opens an image. Throws without having written anything.</summary>
    /// <exception cref="ImageException">The image is damaged, or of a kind that is not supported; the message says
    /// which.</exception>
    public abstract OpenedDriver Open(ByteStore store, OpenRequest request);

    /// <summary>Makes an empty image, all of whose guest bytes are zero. Does not flush.</summary>
    /// <param name="store">An empty store.</param>
    /// <param name="length">Guest bytes.</param>
    /// <param name="options">Values for <see cref="CreateOptions"/>.</param>
    /// <exception cref="ImageException">The length or an option is not possible; nothing was written.</exception>
    public virtual void Create(ByteStore store, long length, OptionValues options) =>
        throw new ImageException(store.Name, $"images of format {Name} cannot be created yet");

    /// <summary>Makes an image that has nothing itself: its guest sees what the parent has, and zeros behind the
    /// parent's end. Does not flush.</summary>
    /// <param name="store">An empty store.</param>
    /// <param name="length">Guest bytes.</param>
    /// <param name="backing">The parent.</param>
    /// <param name="options">Values for <see cref="CreateOptions"/>.</param>
    /// <exception cref="ImageException">The length, the parent or an option is not possible; nothing was
    /// written.</exception>
    public virtual void CreateChild(ByteStore store, long length, NewBacking backing, OptionValues options) =>
        throw new ImageException(store.Name, $"images of format {Name} cannot have a parent");

    /// <summary>Plans that an image names another parent, or none: then it is a disk of its own, and what it has not is
    /// zeros. What the guest sees of the parent is not looked at.</summary>
    /// <param name="store">The file of the image, which nobody has open; it is read only.</param>
    /// <param name="backing">The parent; null for none.</param>
    /// <returns>The steps; none when nothing is to be done.</returns>
    /// <exception cref="ImageException">The image is damaged or cannot have that parent.</exception>
    public virtual IReadOnlyList<ChangeStep> PlanRelink(ByteStore store, NewBacking? backing) =>
        throw new ImageException(store.Name, $"images of format {Name} cannot have a parent");

    /// <summary>Plans another length of the disk. What is behind the shorter of both is zeros in the longer one, and is
    /// not looked at in a disk that becomes shorter.</summary>
    /// <param name="store">The file of the image, which nobody has open; it is read only.</param>
    /// <param name="length">Guest bytes, a multiple of 512.</param>
    /// <param name="hidden">Ranges behind the old end, in order and apart, where a parent has something that the longer
    /// disk must not show.</param>
    /// <returns>The steps; none when nothing is to be done.</returns>
    /// <exception cref="ImageException">The image is damaged or cannot have that length.</exception>
    public virtual IReadOnlyList<ChangeStep> PlanResize(
        ByteStore store, long length, IReadOnlyList<GuestRange> hidden) =>
        throw new ImageException(store.Name, $"images of format {Name} cannot be made larger or smaller yet");

    /// <summary>The structures of a file, found from its bytes as far as they can be trusted.</summary>
    public virtual IReadOnlyList<FileStructure> Structures(IByteSource file) => [];

    /// <summary>Those whose demands an image can be checked against, such as <c>azure</c>.</summary>
    public virtual IReadOnlyList<FormatOption> CheckProfiles => [];

    /// <summary>Looks for what keeps a file, which <see cref="Check"/> finds nothing wrong with, from suiting one of
    /// <see cref="CheckProfiles"/>.</summary>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public virtual void CheckProfile(ByteStore store, string profile, CheckReport report) =>
        throw new ArgumentException($"format {Name} has no profile '{profile}'.");

    /// <summary>Looks for damage in a file that <see cref="Probe"/> took, and reports what it looked at.</summary>
    public virtual void Check(ByteStore store, CheckReport report) =>
        throw new ImageException(store.Name, $"images of format {Name} have nothing to check");
}
