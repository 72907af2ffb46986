using System.Text;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>
/// A dynamic disk as XenServer's tapdisk leaves one, put together by hand: hidden flag, batmap, names of a parent that
/// was merged away, and blocks whose bitmaps are partly clear over bytes that were never the guest's.
/// </summary>
internal static class XenServerVhd
{
    internal const int BlockSize = 2 << 20;
    internal const int Blocks = 8;
    internal const long Length = ((Blocks - 1) * (long)BlockSize) + (1 << 20);
    internal const int TableAt = 0x600;
    internal const int BatmapHeaderAt = 0x800;
    internal const int BatmapAt = 0xA00;
    internal const int NamesAt = 0xC00;
    internal const int NamesEnd = 0x1200;
    internal const int FirstBlock = 0x1E00; // its data at 0x2000
    internal const int SecondBlock = FirstBlock + 512 + BlockSize + 3584;
    internal const int FooterAt = SecondBlock + 512 + BlockSize;

    /// <summary>Block 1 is full. Of block 3 the sectors 0 to 9 and 16 to 23 are written, the rest is garbage.</summary>
    internal static byte[] Make()
    {
        var file = new byte[FooterAt + 512];
        MakeFooter(file);
        MakeHeader(file);
        file.AsSpan(TableAt, 512).Fill(0xFF);
        file.WithEntryAt(1, FirstBlock).WithEntryAt(3, SecondBlock);
        file.With(BatmapHeaderAt, Convert.FromHexString(
            "7464626174 6d6170 0000000000000a00 00000001 00010002 ffffffbf 01 01"
                .Replace(" ", "", StringComparison.Ordinal)));
        Bytes.Noise(64, 7).CopyTo(file, BatmapHeaderAt + 30); // the key's nonce and hash
        Bytes.Noise(100, 8).CopyTo(file, BatmapHeaderAt + 300); // reserved, but who knows
        file.With(BatmapAt, 0x40); // block 1 is full
        Encoding.UTF8.GetBytes("file://./base.vhd").CopyTo(file, NamesAt);
        Encoding.Unicode.GetBytes(@".\base.vhd").CopyTo(file, NamesAt + 512);
        Encoding.Unicode.GetBytes(@".\base.vhd").CopyTo(file, NamesAt + 1024);
        file.AsSpan(FirstBlock, 512).Fill(0xFF);
        Bytes.Noise(BlockSize, 1).CopyTo(file, FirstBlock + 512);
        file.With(SecondBlock, 0xFF, 0xC0, 0xFF);
        Bytes.Noise(BlockSize, 3).CopyTo(file, SecondBlock + 512);
        return file;
    }

    internal static byte[] Content()
    {
        var content = new byte[Length];
        Bytes.Noise(BlockSize, 1).CopyTo(content, BlockSize);
        var third = Bytes.Noise(BlockSize, 3);
        third.AsSpan(0, 10 * 512).CopyTo(content.AsSpan(3 * BlockSize));
        third.AsSpan(16 * 512, 8 * 512).CopyTo(content.AsSpan((3 * BlockSize) + (16 * 512)));
        return content;
    }

    private static byte[] WithEntryAt(this byte[] file, int block, int offset) =>
        file.With(TableAt + (4 * block), 0, 0, (byte)(offset >> 17), (byte)(offset >> 9));

    private static void MakeFooter(byte[] file)
    {
        ref var footer = ref VhdFooter.Edit(file.AsSpan(FooterAt));
        footer.Features = VhdFeatures.Reserved;
        footer.DataOffset = 512;
        footer.CreatorApplication = FourCC.Of("tap\0");
        footer.CreatorVersion = 0x0001_0003;
        footer.OriginalSize = (ulong)Length;
        footer.CurrentSize = (ulong)Length;
        footer.Geometry = VhdGeometry.For(Length / 512);
        footer.DiskType = VhdDiskType.Dynamic;
        footer.UniqueId = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        file[FooterAt + 85] = 1; // hidden
        file[FooterAt + 500] = 0x5A; // reserved
        footer.Seal();
        file.AsSpan(FooterAt, 512).CopyTo(file);
    }

    private static void MakeHeader(byte[] file)
    {
        ref var header = ref VhdDynamicHeader.Edit(file.AsSpan(512));
        header.DataOffset = VhdDynamicHeader.DataOffsetNull;
        header.TableOffset = TableAt;
        header.MaxTableEntries = Blocks;
        header.BlockSize = BlockSize;
        header.ParentUniqueId = Guid.Parse("aa112233-4455-6677-8899-aabbccddeeff");
        header.ParentName = "base.vhd";
        var locators = header.EditParentLocators();
        SetLocator(ref locators[0], VhdParentLocatorCode.MacX, 17, NamesAt);
        SetLocator(ref locators[1], VhdParentLocatorCode.W2ku, 20, NamesAt + 512);
        SetLocator(ref locators[2], VhdParentLocatorCode.W2ru, 20, NamesAt + 1024);
        file[512 + 1000] = 0xA5; // reserved
        header.Seal();
    }

    private static void SetLocator(ref VhdParentLocator locator, VhdParentLocatorCode code, uint length, int at)
    {
        locator.PlatformCode = code;
        locator.DataSpace = 512;
        locator.DataLength = length;
        locator.DataOffset = (ulong)at;
    }
}
