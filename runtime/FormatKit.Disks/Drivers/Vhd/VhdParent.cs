using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>What a differencing VHD says of its parent.</summary>
internal static class VhdParent
{
    /// <summary>The time that a header without one has.</summary>
    private static DateTimeOffset NoTime => default(VhdDynamicHeader).ParentTimestamp;

    /// <summary>The parent of a header. One without an id is a raw disk: that is how blktap writes it.</summary>
    public static BackingReference Of(in VhdDynamicHeader header, VhdParentNames names)
    {
        var isRaw = header.ParentUniqueId == Guid.Empty;
        return new BackingReference(
            [
                .. names.Candidates.Where(name => !(isRaw && name.IsGuess))
                    .Select(name => new BackingName(name.Path, name.Source)),
            ])
        {
            Format = isRaw ? ImageFormats.Raw : ImageFormats.Vhd,
            Identity = isRaw ? null : header.ParentUniqueId.ToString(),
            ChangedAt = header.ParentTimestamp == NoTime ? null : header.ParentTimestamp,
        };
    }

    /// <summary>Takes the parent out of a header, which is not sealed.</summary>
    public static void Clear(ref VhdDynamicHeader header)
    {
        header.ParentUniqueId = Guid.Empty;
        header.ParentTimestamp = NoTime;
        header.ParentName = "";
        header.EditParentLocators().Clear();
    }

    /// <summary>Refuses a parent that a VHD cannot have.</summary>
    /// <exception cref="ImageException">The parent is neither a VHD nor raw.</exception>
    public static void CheckFormat(ByteStore store, NewBacking backing)
    {
        if (backing.Format != ImageFormats.Raw && backing.Format != ImageFormats.Vhd)
        {
            throw new ImageException(
                store.Name, $"a VHD's parent is a VHD or a raw disk, not {backing.Format.Name}");
        }
    }

    /// <summary>Puts a parent into a header, which is not sealed.</summary>
    /// <param name="store">The child, for errors.</param>
    /// <param name="header">The child's header.</param>
    /// <param name="at">Where the returned names will be.</param>
    /// <param name="backing">The parent.</param>
    /// <returns>The names, to be written at <paramref name="at"/>.</returns>
    /// <exception cref="ImageException">The parent's path cannot be kept.</exception>
    public static byte[] Write(ByteStore store, ref VhdDynamicHeader header, HostOffset at, NewBacking backing)
    {
        header.ParentUniqueId = backing.Identity is { } identity ? Guid.Parse(identity) : Guid.Empty;
        header.ParentTimestamp = backing.ChangedAt ?? NoTime;
        try
        {
            return VhdParentNameWriter.Write(ref header, at, backing.RelativePath, backing.AbsolutePath);
        }
        catch (ArgumentException e)
        {
            throw new ImageException(
                store.Name, $"the name of its parent cannot be kept in it: {e.Message.TrimEnd('.')}");
        }
    }
}
