using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Images that can be made smaller: their units stand in another order than the guest's, some have nothing but
/// zeros, and some are gone from the middle.</summary>
internal static class GappyImage
{
    internal const int Units = 12;

    /// <summary>Units that are zeros in the file.</summary>
    private static readonly int[] Zeroed = [5, 11];

    /// <summary>Units that were there once.</summary>
    private static readonly int[] Discarded = [2, 7, 8];

    internal static CutImage Of(CutDriver driver)
    {
        var image = driver.Empty((Units * driver.Unit) + 512);
        var file = new MemoryStore(image.File);
        var content = Bytes.Noise(image.Content.Length, 9);
        using (var disk = TestDisk.OpenForWriting(file, driver.Format))
        {
            for (var index = 0; index <= Units; index++)
            {
                var at = (index * 5 % (Units + 1)) * driver.Unit;
                disk.Write(content.AsSpan(at, Math.Min(driver.Unit, content.Length - at)), at);
            }

            foreach (var unit in Zeroed)
            {
                content.AsSpan(unit * driver.Unit, driver.Unit).Clear();
                disk.Write(new byte[driver.Unit], unit * driver.Unit);
            }

            foreach (var unit in Discarded)
            {
                content.AsSpan(unit * driver.Unit, driver.Unit).Clear();
                disk.Discard(unit * driver.Unit, driver.Unit);
            }
        }

        return new CutImage(file.ToArray(), content);
    }
}
