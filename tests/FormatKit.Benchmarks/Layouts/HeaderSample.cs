using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>The bytes of a valid dynamic header, as a differencing disk with two parent locators has it.</summary>
internal static class HeaderSample
{
    internal static byte[] NewBytes()
    {
        var bytes = new byte[1024];
        ref var header = ref VhdDynamicHeader.Edit(bytes);
        header.DataOffset = ulong.MaxValue;
        header.TableOffset = 1536;
        header.MaxTableEntries = 20_480;
        header.BlockSize = 2 << 20;
        header.ParentUniqueId = new Guid("8ae7bd4a-3c8c-4c6a-9d1c-40f3f1ab3f2e");
        header.ParentName = "parent.vhd";
        var locators = header.EditParentLocators();
        Fill(ref locators[0], VhdParentLocatorCode.W2ru, 24, 0x1_5000);
        Fill(ref locators[1], VhdParentLocatorCode.W2ku, 64, 0x1_5200);
        header.Seal();
        return bytes;
    }

    private static void Fill(ref VhdParentLocator locator, VhdParentLocatorCode code, uint length, ulong offset)
    {
        locator.PlatformCode = code;
        locator.DataSpace = 512;
        locator.DataLength = length;
        locator.DataOffset = offset;
    }
}
