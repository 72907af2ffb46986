namespace FormatKit.Formats.Tests.Vmdk;

/// <summary>Small VMDK files: only what finding their structures needs.</summary>
internal static class VmdkPicture
{
    private const string NewLines = "0A200D0A";

    /// <summary>
    /// A hosted sparse extent of 1,025 grains, so three tables, with both directories and a descriptor.
    /// </summary>
    public static byte[] Sparse() => TestBytes.Of(
        0x8000,
        (0, "4B444D56 01000000 03000000"),
        (12, "8000020000000000"),   // 1,025 grains
        (20, "8000000000000000"),   // of 128 sectors
        (28, "0100000000000000"),   // descriptor at sector 1,
        (36, "1400000000000000"),   // 20 sectors
        (44, "00020000"),
        (48, "1500000000000000"),   // redundant directory at sector 21
        (56, "1A00000000000000"),   // directory at sector 26
        (64, "8000000000000000"),
        (73, NewLines));

    /// <summary>A stream of one table: header, descriptor, directory, footer.</summary>
    public static byte[] Stream() => TestBytes.Of(
        0x1200,
        (0, "4B444D56 03000000 01000300"),
        (12, "8038000000000000 8000000000000000 0100000000000000 0200000000000000 00020000"),
        (56, "FFFFFFFFFFFFFFFF"),
        (73, NewLines + "0100"),
        (0x600, "0100000000000000 00000000 02000000"),  // directory marker, then the directory
        (0xC00, "0100000000000000 00000000 03000000"),  // footer marker, then the footer
        (0xE00, "4B444D56 03000000 01000300"),
        (0xE00 + 12, "8038000000000000 8000000000000000 0100000000000000 0200000000000000 00020000"),
        (0xE00 + 56, "0400000000000000"),               // where the directory really is: sector 4
        (0xE00 + 73, NewLines + "0100"));

    /// <summary>A copy-on-write disk with flags of the caller's and a directory of four entries at sector 4.</summary>
    public static byte[] CopyOnWrite(string flags) => TestBytes.Of(
        0x1000, (0, "434F5744 01000000"), (8, flags), (12, "00400000 01000000 04000000 04000000 05000000"));
}
