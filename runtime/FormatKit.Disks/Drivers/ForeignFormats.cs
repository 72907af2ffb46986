using FormatKit.Formats;

namespace FormatKit.Disks.Drivers;

/// <summary>Formats that are known by their magic only. Reading such a file as raw would pass its headers for the
/// guest's disk, so it is refused by name unless raw was asked for.</summary>
internal static class ForeignFormats
{
    private static readonly (string Name, int Offset, byte[] Magic)[] Known =
    [
        ("qcow", 0, [.. "QFI"u8, 0xFB]),
        ("VHDX", 0, [.. "vhdxfile"u8]),
        ("VDI", 0x40, [0x7F, 0x10, 0xDA, 0xBE]),
        ("QED", 0, [.. "QED\0"u8]),
        ("Parallels", 0, [.. "WithoutFreeSpace"u8]),
        ("Parallels", 0, [.. "WithouFreSpacExt"u8]),
    ];

    public static void Refuse(string name, IByteSource file)
    {
        if (KnownRecords.Find(file) is { } record)
        {
            throw new ImageException(
                name, $"this is a {record.Name}, which is no disk image; 'fkit dissect' shows what is in it",
                "to treat its bytes as a raw disk say '-f raw'");
        }

        Span<byte> found = stackalloc byte[16];
        foreach (var (format, offset, magic) in Known)
        {
            var bytes = found[..magic.Length];
            if (file.Read(bytes, offset) == magic.Length && bytes.SequenceEqual(magic))
            {
                throw new ImageException(
                    name, $"this is a {format} image, which is not supported",
                    "to treat its bytes as a raw disk say '-f raw'");
            }
        }
    }
}
