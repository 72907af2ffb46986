using System.Globalization;
using System.Text;

namespace FormatKit.Formats.Vmdk;

/// <summary>Takes a descriptor apart, line by line.</summary>
internal sealed class VmdkDescriptorParser
{
    private const int MaxIdDigits = 8;

    private long _sectors;

    private VmdkDescriptorParser(Encoding encoding) => Encoding = encoding;

    public Encoding Encoding { get; }

    public Dictionary<string, string> Entries { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<VmdkExtent> Extents { get; } = [];

    public uint? ContentId { get; private set; }

    public (int Start, int Length)? ContentIdDigits { get; private set; }

    public uint? ParentContentId { get; private set; }

    /// <exception cref="VmdkDescriptorException">This is no descriptor that can be understood.</exception>
    public static VmdkDescriptorParser Read(ReadOnlySpan<byte> bytes)
    {
        var (encoding, start, unit) = VmdkDescriptorEncoding.ByMark(bytes);

        // The entry that says how to read the others is ASCII itself, and may stand anywhere.
        var plain = new VmdkDescriptorLines(bytes, start, encoding ?? Encoding.Latin1, unit);
        RequireMarker(plain);
        encoding ??= DeclaredIn(plain) ?? Encoding.UTF8;
        var parser = new VmdkDescriptorParser(encoding);
        foreach (var line in new VmdkDescriptorLines(bytes, start, encoding, unit))
        {
            parser.Read(bytes, line);
        }

        return parser;
    }

    /// <summary>The first line that is not empty must be the marker. Some writers put one more blank in it.</summary>
    private static void RequireMarker(VmdkDescriptorLines lines)
    {
        VmdkDescriptorLine first = new(1, 0, "");
        foreach (var line in lines)
        {
            first = line;
            if (!line.IsBlank)
            {
                break;
            }
        }

        var words = string.Concat(first.Text.Split([.. VmdkDescriptorLine.Blanks]));
        if (!words.StartsWith("#DiskDescriptorFile", StringComparison.OrdinalIgnoreCase))
        {
            throw first.Broken("descriptor", first.Text, "'# Disk DescriptorFile'");
        }
    }

    private static Encoding? DeclaredIn(VmdkDescriptorLines lines)
    {
        foreach (var line in lines)
        {
            if (line.TryEntry(out var key, out var value)
                && line.Text.AsSpan(key).Equals("encoding", StringComparison.OrdinalIgnoreCase))
            {
                var name = line.Text[value];
                return VmdkDescriptorEncoding.Named(name)
                    ?? throw line.Broken("encoding", name, "an encoding that is known here and extends ASCII");
            }
        }

        return null;
    }

    private void Read(ReadOnlySpan<byte> bytes, in VmdkDescriptorLine line)
    {
        if (line.IsBlank || line.IsComment)
        {
            return;
        }

        if (!line.TryEntry(out var key, out var value))
        {
            AddExtent(line);
        }
        else if (Entries.TryAdd(line.Text[key], line.Text[value]))
        {
            AddEntry(bytes, line, key, value);
        }
    }

    private void AddEntry(ReadOnlySpan<byte> bytes, in VmdkDescriptorLine line, Range key, Range value)
    {
        var name = line.Text.AsSpan(key);
        if (name.Equals("CID", StringComparison.OrdinalIgnoreCase))
        {
            ContentId = Id(line, "CID", value);
            ContentIdDigits = DigitsIn(bytes, line, value);
        }
        else if (name.Equals("parentCID", StringComparison.OrdinalIgnoreCase))
        {
            ParentContentId = Id(line, "parentCID", value);
        }
    }

    private static uint Id(in VmdkDescriptorLine line, string key, Range value)
    {
        var digits = line.Text.AsSpan(value);
        return digits.Length <= MaxIdDigits
            && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
                ? id
                : throw line.Broken(key, digits, $"1 to {MaxIdDigits} hexadecimal digits");
    }

    /// <summary>
    /// Where the digits are among the bytes. Up to there a line is ASCII, unless it was written in shifted states:
    /// then nobody shall write into it.
    /// </summary>
    private (int Start, int Length)? DigitsIn(ReadOnlySpan<byte> bytes, in VmdkDescriptorLine line, Range value)
    {
        var before = Encoding.GetByteCount(line.Text[..value.Start.Value]);
        var digits = Encoding.GetBytes(line.Text[value]);
        var start = line.Position + before;
        return start <= bytes.Length && bytes[start..].StartsWith(digits) ? (start, digits.Length) : null;
    }

    private void AddExtent(in VmdkDescriptorLine line)
    {
        var extent = VmdkExtentLine.Read(line);
        if (Extents.Count == VmdkDescriptor.MaxExtents)
        {
            throw line.Broken("extent", line.Text, $"at most {VmdkDescriptor.MaxExtents} extents");
        }

        if (extent.Sectors > VmdkExtentLine.MaxSectors - _sectors)
        {
            throw line.Broken("extent size", line.Text, $"at most {VmdkExtentLine.MaxSectors} sectors in all extents");
        }

        _sectors += extent.Sectors;
        Extents.Add(extent);
    }
}
