using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>The bytes of a valid footer, as a dynamic disk of 40 GiB has it.</summary>
internal static class FooterSample
{
    internal static byte[] NewBytes()
    {
        var bytes = new byte[512];
        ref var footer = ref VhdFooter.Edit(bytes);
        footer.Features = VhdFeatures.Reserved;
        footer.DataOffset = 512;
        footer.CreatedAt = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);
        footer.CreatorApplication = FourCC.Of("win ");
        footer.CreatorHost = FourCC.Of("Wi2k");
        footer.OriginalSize = 40UL << 30;
        footer.CurrentSize = 40UL << 30;
        footer.DiskType = VhdDiskType.Dynamic;
        footer.UniqueId = new Guid("8ae7bd4a-3c8c-4c6a-9d1c-40f3f1ab3f2e");
        footer.Seal();
        return bytes;
    }
}
