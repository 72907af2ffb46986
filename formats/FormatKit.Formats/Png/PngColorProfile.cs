namespace FormatKit.Formats.Png;

/// <summary>A colour profile of the International Color Consortium.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.2.3 iCCP Embedded ICC profile")]
public sealed partial class PngColorProfile : PngChunkData
{
    /// <summary>Its name, 1 to 79 characters.</summary>
    [Terminated(Max = 79), Encoded(TextEncoding.Latin1)] public string ProfileName { get; set; } = "";

    /// <summary>How the profile is compressed: 0 is deflate in zlib's format.</summary>
    [Constant(0)] public byte CompressionMethod { get; private set; }

    /// <summary>The compressed profile.</summary>
    [Rest] public byte[] Profile { get; set; } = [];

    [Rule("the name has a character", Field = nameof(ProfileName))]
    private static bool HasName(in PngColorProfile profile) => profile.ProfileName.Length > 0;
}
