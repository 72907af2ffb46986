using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

/// <summary>Small VHD files: only what finding their structures needs, sealed.</summary>
internal static class VhdPicture
{
    public const int Length = 0x1200;

    /// <summary>Two guest sectors, then the footer.</summary>
    public static byte[] Fixed()
    {
        var file = TestBytes.Of(3 * 512, (1024 + 16, "FFFFFFFF FFFFFFFF"), (1024 + 60, "00000002"));
        Layout.Seal(ref VhdFooter.Edit(file.AsSpan(1024)));
        return file;
    }

    /// <summary>A differencing disk of 64 MiB with a batmap and two names of its parent.</summary>
    public static byte[] Differencing()
    {
        var file = TestBytes.Of(
            Length,
            (16, "00000000 00000200"),                  // footer copy: the dynamic header is at 0x200
            (60, "00000004"),                           // differencing
            (0x200 + 8, "FFFFFFFF FFFFFFFF"),
            (0x200 + 16, "00000000 00000600"),          // the table is at 0x600,
            (0x200 + 28, "00000020"),                   // 32 entries,
            (0x200 + 32, "00200000"),                   // of 2 MiB
            (0x200 + 576, "4D616358 00000200 00000011 00000000 00000000 00000C00"),
            (0x200 + 600, "57327275 00000200 00000014 00000000 00000000 00000E00"),
            (0x800, TestBytes.Ascii("tdbatmap")),       // behind the table, padded to a sector
            (0x800 + 8, "00000000 00000A00 00000001 00010002 FFFFFFFF"));
        Layout.Seal(ref VhdFooter.Edit(file));
        Layout.Seal(ref VhdDynamicHeader.Edit(file.AsSpan(0x200)));
        file.AsSpan(0, 512).CopyTo(file.AsSpan(0x1000));
        return file[..0x1200];
    }
}
