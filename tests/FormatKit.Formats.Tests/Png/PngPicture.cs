using System.Text;

namespace FormatKit.Formats.Tests.Png;

/// <summary>Two pixels, red and blue, in a palette; the checksums are those of CPython's zlib.</summary>
internal static class PngPicture
{
    public static byte[] Bytes() => Convert.FromHexString(string.Concat(
        "89504E470D0A1A0A",
        Chunk("0000000D", "IHDR", "00000002 00000001 08 03 00 00 00", "C3FC8FB8"),
        Chunk("00000004", "gAMA", "0000B18F", "0BFC6105"),
        Chunk("00000006", "PLTE", "FF0000 0000FF", "6CA1FD8E"),
        Chunk("00000002", "tRNS", "FF80", "080FB36A"),
        Chunk("00000009", "pHYs", "00000EC4 00000EC4 01", "952B0E1B"),
        Chunk("00000007", "tIME", "07EA 0B 19 0C 1E 00", "FC917DFB"),
        Chunk("00000015", "tEXt", "5469746C65 00 5A77656920506978656C20FC626572", "9D71525A"),
        Chunk("00000018", "iTXt", "5469746C65 00 00 00 6A61 00 E9A18C 00 E4BA8CE794BBE7B4A0", "63E43AA0"),
        Chunk("00000003", "vpAg", "010203", "7069D0E2"),
        Chunk("0000000B", "IDAT", "789C636060040000040002", "BF7A3F4A"),
        Chunk("00000000", "IEND", "", "AE426082")).Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Where a chunk starts.</summary>
    public static int StartOf(string type) => Bytes().AsSpan().IndexOf(Encoding.ASCII.GetBytes(type)) - 4;

    private static string Chunk(string length, string type, string data, string checksum) =>
        length + TestBytes.Ascii(type) + data + checksum;
}
