namespace FormatKit.Formats.Tests.Partitions;

/// <summary>A disk of 64 sectors with an MBR as disk tools write it: partition 1 active, partition 2 extended with two
/// logical ones.</summary>
internal static class MbrPicture
{
    public const int Length = 64 * 512;

    public static byte[] Bytes() => TestBytes.Of(
        Length,
        (440, "78563412 0000"),                                    // disk signature 0x12345678
        (446, "80 202100 83 FEFFFF 08000000 08000000"),            // active, Linux, sectors 8 to 15
        (462, "00 FEFFFF 0F FEFFFF 10000000 20000000"),            // extended, sectors 16 to 47
        (510, "55AA"),
        (Ebr(16) + 446, "00 FEFFFF 07 FEFFFF 04000000 08000000"),  // NTFS, sectors 20 to 27
        (Ebr(16) + 462, "00 FEFFFF 05 FEFFFF 10000000 10000000"),  // the next record is at 16 + 16
        (Ebr(16) + 510, "55AA"),
        (Ebr(32) + 446, "00 FEFFFF 82 FEFFFF 04000000 0C000000"),  // swap, sectors 36 to 47
        (Ebr(32) + 510, "55AA"));

    /// <summary>Where the record of a sector starts.</summary>
    public static int Ebr(int sector) => sector * 512;
}
