using FormatKit.Disks.Drivers.Raw;
using FormatKit.Disks.Drivers.Vhd;
using FormatKit.Disks.Drivers.Vmdk;
using FormatKit.Formats;

namespace FormatKit.Disks.Drivers;

/// <summary>The table of formats.</summary>
public static class ImageFormats
{
    /// <summary>Guest bytes in guest order, without any structure.</summary>
    public static ImageFormat Raw { get; } = new RawFormat();

    /// <summary>Virtual PC's and Hyper-V's virtual hard disk.</summary>
    public static ImageFormat Vhd { get; } = new VhdFormat();

    /// <summary>VMware's disk.</summary>
    public static ImageFormat Vmdk { get; } = new VmdkFormat();

    /// <summary>All formats, in the order in which they are probed; raw, which is anything, is the last.</summary>
    public static IReadOnlyList<ImageFormat> All { get; } = [Vhd, Vmdk, Raw];

    /// <summary>The format of a name or alias.</summary>
    public static ImageFormat? Find(string name) => All.FirstOrDefault(format =>
        string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase)
        || format.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The format of a file by its content, head and tail. What no format knows is raw.</summary>
    /// <param name="name">The file's name, for errors.</param>
    /// <param name="file">Its bytes.</param>
    /// <exception cref="ImageException">The file is of a format that is known by its magic, but not
    /// supported.</exception>
    public static ImageFormat Probe(string name, IByteSource file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (All.FirstOrDefault(format => format != Raw && format.Probe(file)) is { } found)
        {
            return found;
        }

        ForeignFormats.Refuse(name, file);
        return Raw;
    }
}
