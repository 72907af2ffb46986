using System.Text;

namespace FormatKit.Formats.Vmdk;

/// <summary>
/// The descriptor of a VMDK: what the disk is made of, as text, in a file of its own or inside a sparse extent.
/// </summary>
/// <remarks>
/// <para>VMware Virtual Disk Format 5.0, The Descriptor File; tolerant of what is seen in the wild: byte order marks,
/// any line ends, blanks round <c>=</c>, values with quotes or without, any order, any case, any of the usual
/// encodings. Comments, entries and lines' order mean nothing; extents are in the order of their lines.</para>
/// <para>Of an entry that is there twice the first counts, as for qemu. (For libvmdk it is the last.)</para>
/// </remarks>
public sealed class VmdkDescriptor
{
    /// <summary>The content id that stands for no parent.</summary>
    public const uint NoContentId = 0xFFFF_FFFF;

    /// <summary>A descriptor has at most so many extents: 128 TiB in extents of 2 GiB.</summary>
    public const int MaxExtents = 64 * 1024;

    private readonly Dictionary<string, string> _entries;

    internal VmdkDescriptor(VmdkDescriptorParser parser)
    {
        _entries = parser.Entries;
        Encoding = parser.Encoding;
        Extents = parser.Extents;
        ContentId = parser.ContentId;
        ContentIdDigits = parser.ContentIdDigits;
        ParentContentId = parser.ParentContentId;
    }

    /// <summary>What the bytes are read with: the byte order mark's, or that of the entry <c>encoding</c>, or UTF-8.
    /// </summary>
    /// <remarks>Bytes that are nothing in it become replacement characters: no file has such a name.</remarks>
    public Encoding Encoding { get; }

    /// <summary>The content id (<c>CID</c>): changes with the content. Null where there is none.</summary>
    public uint? ContentId { get; }

    /// <summary>
    /// Which bytes of the text are the hexadecimal digits of the content id, so that as many others can be written in
    /// their place. Some writers leave leading zeros away, so there may be fewer than eight.
    /// </summary>
    /// <remarks>The digits are in <see cref="Encoding"/>: in UTF-16 each takes two bytes.</remarks>
    public (int Start, int Length)? ContentIdDigits { get; }

    /// <summary>The content id that the parent had when this disk was made (<c>parentCID</c>).</summary>
    public uint? ParentContentId { get; }

    /// <summary>What kind of disk this is (<c>createType</c>), as it stands there.</summary>
    public string? CreateType => this["createType"];

    /// <summary>Where the parent was (<c>parentFileNameHint</c>).</summary>
    public string? ParentFileName => this["parentFileNameHint"];

    /// <summary>The extents in their order; together they are the disk.</summary>
    public IReadOnlyList<VmdkExtent> Extents { get; }

    /// <summary>Whether the disk needs another below it.</summary>
    /// <remarks>VirtualBox names the parent of a child only in <c>ddb.uuid.parent</c>.</remarks>
    public bool HasParent =>
        ParentContentId is { } id and not NoContentId
        || !string.IsNullOrEmpty(ParentFileName)
        || (this["ddb.uuid.parent"] is { } uuid && uuid.AsSpan().ContainsAnyExcept(" -{}0"));

    /// <summary>The value of any entry, without its quotes; null where there is none.</summary>
    /// <param name="key">The key in any case, such as <c>ddb.adapterType</c>.</param>
    public string? this[string key] => _entries.GetValueOrDefault(key);

    /// <summary>Reads a descriptor.</summary>
    /// <param name="bytes">Its bytes; what follows a NUL is padding.</param>
    /// <exception cref="VmdkDescriptorException">
    /// This is no descriptor; its encoding is not known; a line is longer than 64 KiB, or neither entry nor extent; a
    /// content id or an extent cannot be understood; there are more than <see cref="MaxExtents"/> extents, or their
    /// bytes do not fit 63 bits.
    /// </exception>
    public static VmdkDescriptor Parse(ReadOnlySpan<byte> bytes) => new(VmdkDescriptorParser.Read(bytes));
}
