using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Model;

/// <summary>Disks that no driver of ours would write are arrays too.</summary>
public sealed class DiskModelTests
{
    [Fact]
    public void So_is_a_vhd_whose_blocks_are_partly_written_over_garbage()
    {
        var content = VhdBytes.DynamicContent();
        content.AsSpan(512, 512).Clear();
        content.AsSpan(VhdBytes.BlockSize + 1024, VhdBytes.BlockSize - 1024).Clear();
        DiskModelCheck.Run(Soak.Times(120), content.Length, VhdBytes.BlockSize, () =>
        {
            var file = VhdBytes.Dynamic();
            file.With((int)file.Entry(0) * 512, 0xBF).With((int)file.Entry(1) * 512, 0xC0);
            return new DiskModel(ImageFormats.Vhd, new MemoryStore(file), [.. content], 600);
        });
    }
}
