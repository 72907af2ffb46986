using FormatKit.Formats.Png;

namespace FormatKit.Formats;

/// <summary>Every record of the formats that are declared here, by name.</summary>
public static class KnownRecords
{
    /// <summary>The records, in the order of their formats; of each format, the whole file first.</summary>
    public static IReadOnlyList<RecordInfo> All { get; } =
    [
        Records.InfoOf<PngFile>(),
        Records.InfoOf<PngChunk>(),
        Records.InfoOf<PngHeader>(),
        Records.InfoOf<PngPalette>(),
        Records.InfoOf<PngImageData>(),
        Records.InfoOf<PngEnd>(),
        Records.InfoOf<PngTransparency>(),
        Records.InfoOf<PngChromaticities>(),
        Records.InfoOf<PngGamma>(),
        Records.InfoOf<PngColorProfile>(),
        Records.InfoOf<PngStandardColors>(),
        Records.InfoOf<PngText>(),
        Records.InfoOf<PngCompressedText>(),
        Records.InfoOf<PngInternationalText>(),
        Records.InfoOf<PngBackground>(),
        Records.InfoOf<PngPixelSize>(),
        Records.InfoOf<PngTime>(),
        Records.InfoOf<PngOther>(),
    ];

    /// <summary>The record that a whole file is, told by the magic that it starts with; null where there is none.
    /// </summary>
    public static RecordInfo? Find(IByteSource file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return All.FirstOrDefault(record => StartsWithMagic(record, file));
    }

    private static bool StartsWithMagic(RecordInfo record, IByteSource file)
    {
        if (record.Fields is not [{ Value: { Role: FieldRole.Magic, Fixed: { } magic } first }, ..])
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[first.Width];
        return file.Read(bytes, 0) == first.Width && first.ReadInteger(bytes) == magic;
    }
}
