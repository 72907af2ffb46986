using FormatKit.Disks.Images;
using FormatKit.Formats.Partitions;

namespace FormatKit.Cli.Output;

/// <summary>What a guest has on its disk, or why that is not known.</summary>
internal sealed class DissectedGuest : IDisposable
{
    private readonly DiskImage? _image;
    private readonly GuestContent? _content;

    private DissectedGuest(DiskImage image)
    {
        _image = image;
        _content = new GuestContent(image);
        Table = PartitionTable.Read(_content);
    }

    private DissectedGuest(IOException failure) => NotShown = failure.Message;

    /// <summary>The table, with its structures; null where the disk cannot be opened.</summary>
    public PartitionTable? Table { get; }

    /// <summary>Why nothing is shown; null where it is.</summary>
    public string? NotShown { get; }

    /// <summary>Why some of it was not read; null where all was, so far.</summary>
    public string? Failure => _content?.Failure?.Message;

    public long Length => _image?.Length ?? 0;

    /// <summary>Opens an image for its guest's disk. A damaged one, or one of a kind that is not read, is no
    /// error.</summary>
    public static DissectedGuest Open(string file, ImageOpenOptions options)
    {
        try
        {
            return new DissectedGuest(DiskImage.Open(file, options));
        }
        catch (IOException e)
        {
            return new DissectedGuest(e);
        }
    }

    /// <summary>The structures, read one by one.</summary>
    public IEnumerable<DissectedStructure> Structures() =>
        Table is null ? [] : Table.Structures.Select(structure => DissectedStructure.Read(_content!, structure));

    public void Dispose() => _image?.Dispose();
}
