using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>Opening images in memory.</summary>
internal static class TestDisk
{
    internal static DiskImage Create(MemoryStore file, ImageFormat format, long length, string options = "") =>
        DiskImage.Create(new LastingStore(file), format, length, Options(options));

    internal static DiskImage CreateChild(
        MemoryStore file, ImageFormat format, long length, NewBacking parent, string options = "") =>
        DiskImage.CreateChild(new LastingStore(file), format, length, parent, TestParents.Gate, Options(options));

    internal static DiskImage OpenForWriting(
        ByteStore file, ImageFormat format, long cacheBytes = DiskImage.DefaultCacheBytes) =>
        DiskImage.Open(
            new LastingStore(file),
            new ImageOpenOptions
            {
                Writable = true, Format = format, CacheBytes = cacheBytes, Gate = TestParents.Gate,
            });

    /// <summary>Opens for reading, where whatever would change the file is an error.</summary>
    internal static DiskImage OpenForReading(ByteStore file, ImageFormat? format = null, string options = "") =>
        DiskImage.Open(
            new LastingStore(Frozen(file)),
            new ImageOpenOptions { Format = format, Options = Options(options), Gate = TestParents.Gate });

    /// <summary>The store; any attempt to change it fails the test.</summary>
    internal static ObservedStore Frozen(ByteStore file) => new(file, call =>
    {
        if (call.Action is not StoreAction.Read)
        {
            throw new InvalidOperationException($"{call.Action} of a file that was opened for reading");
        }
    });

    internal static CheckReport Check(ByteStore file, ImageFormat format)
    {
        var report = new CheckReport { Format = format.Name };
        format.Check(Frozen(file), report);
        return report;
    }

    /// <summary>No guest byte is wrong or at risk, for formats that have something to check; says what the check
    /// says.</summary>
    internal static void AssertNotCorrupt(ByteStore file, ImageFormat format)
    {
        if (!format.Abilities.HasFlag(FormatAbilities.Check))
        {
            return;
        }

        var report = Check(file, format);
        if (report.CountOf(CheckSeverity.Corruption) > 0)
        {
            Assert.Fail(report.Findings.First(finding => finding.Severity == CheckSeverity.Corruption).Message);
        }
    }

    internal static OptionValues Options(string options) =>
        options.Length == 0 ? OptionValues.None : OptionValues.Parse([options]);
}
