using System.Globalization;

namespace FormatKit.Formats.Vmdk;

/// <summary>Reads extent lines: <c>ACCESS SECTORS TYPE "NAME" OFFSET</c> and at most two fields more.</summary>
/// <remarks>
/// VMware Virtual Disk Format 5.0, Extent Description. The two last fields are a partition and a device as Windows
/// calls them; they matter to nobody who reads bytes. Names have no escapes: a name ends at a quote that a blank or the
/// line's end follows, so that one with a quote inside, as qemu writes it, is read whole. (qemu itself ends it at its
/// first quote, libvmdk at the line's last.)
/// </remarks>
internal static class VmdkExtentLine
{
    /// <summary>More sectors than this have no number of bytes in 63 bits.</summary>
    public const long MaxSectors = long.MaxValue / 512;

    private const int MinFields = 3;
    private const int MaxFields = 7;

    private static readonly (string Word, VmdkAccess Value)[] Accesses =
        [("RW", VmdkAccess.ReadWrite), ("RDONLY", VmdkAccess.ReadOnly), ("NOACCESS", VmdkAccess.None)];

    private static readonly (string Word, VmdkExtentType Value)[] Types =
    [
        ("FLAT", VmdkExtentType.Flat), ("SPARSE", VmdkExtentType.Sparse), ("ZERO", VmdkExtentType.Zero),
        ("VMFS", VmdkExtentType.Vmfs), ("VMFSSPARSE", VmdkExtentType.VmfsSparse), ("VMFSRDM", VmdkExtentType.VmfsRdm),
        ("VMFSRAW", VmdkExtentType.VmfsRaw), ("SESPARSE", VmdkExtentType.SeSparse),
    ];

    /// <exception cref="VmdkDescriptorException">The line is no extent.</exception>
    public static VmdkExtent Read(in VmdkDescriptorLine line)
    {
        var rest = line.Text.AsSpan().Trim(VmdkDescriptorLine.Blanks);
        var access = Word(line, "extent access", Next(line, ref rest), Accesses);
        var fields = 1;
        string? name = null;
        long sectors = 0;
        long? offset = null;
        VmdkExtentType type = default;
        for (; !rest.IsEmpty; fields++)
        {
            var field = Next(line, ref rest);
            switch (fields)
            {
                case 1:
                    sectors = Number(line, "extent size", field);
                    break;
                case 2:
                    type = Word(line, "extent type", field, Types);
                    break;
                case 3:
                    name = field.ToString();
                    break;
                case 4:
                    offset = Number(line, "extent offset", field);
                    break;
                case MaxFields:
                    throw line.Broken("extent", line.Text, $"at most {MaxFields} fields");
            }
        }

        if (fields < MinFields)
        {
            throw line.Broken("extent", line.Text, "an access, a number of sectors and a type");
        }

        return name is null && type != VmdkExtentType.Zero
            ? throw line.Broken("extent", line.Text, "the name of a file")
            : new VmdkExtent(access, sectors, type, name, offset, line.Number);
    }

    /// <summary>Takes a field off the rest of the line, and the blanks after it.</summary>
    private static ReadOnlySpan<char> Next(in VmdkDescriptorLine line, ref ReadOnlySpan<char> rest)
    {
        var quoted = rest.StartsWith('"');
        var length = quoted ? QuotedLength(line, rest) : rest.IndexOfAny(VmdkDescriptorLine.Blanks);
        var field = length < 0 ? rest : rest[..length];
        rest = rest[field.Length..].TrimStart(VmdkDescriptorLine.Blanks);
        return quoted ? field[1..^1] : field;
    }

    private static int QuotedLength(in VmdkDescriptorLine line, ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || VmdkDescriptorLine.Blanks.Contains(text[at + 1])))
            {
                return at + 1;
            }
        }

        throw line.Broken("extent", text, "a quote at the end of the name");
    }

    private static T Word<T>(
        in VmdkDescriptorLine line, string key, ReadOnlySpan<char> found, ReadOnlySpan<(string Word, T Value)> known)
    {
        foreach (var (word, value) in known)
        {
            if (found.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw line.Broken(key, found, $"one of {string.Join(", ", known.ToArray().Select(one => one.Word))}");
    }

    private static long Number(in VmdkDescriptorLine line, string key, ReadOnlySpan<char> found) =>
        long.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxSectors
            ? number
            : throw line.Broken(key, found, $"a number of sectors, 0 to {MaxSectors}");
}
