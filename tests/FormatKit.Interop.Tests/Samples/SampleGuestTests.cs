using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>Disks of other software: what is in them, by seeded guests and by readers that agree.</summary>
public sealed class SampleGuestTests(SampleFolder folder) : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public static TheoryData<string> Whole => SampleManifest.Paths(s => s.IsWhole && !s.IsZeros);

    public void Dispose() => _own.Dispose();

    [SampleTheory]
    [MemberData(nameof(Whole))]
    public void Its_guest_is_the_one_that_is_known(string path) => AssertGuest(path, folder.Unpack(path));

    /// <summary>Some have their own name inside.</summary>
    [SampleTheory]
    [MemberData(nameof(Whole))]
    public void Its_guest_is_the_same_under_another_name(string path)
    {
        File.Copy(folder.Unpack(path), _own["renamed"]);

        AssertGuest(path, _own["renamed"]);
    }

    private static void AssertGuest(string path, string file)
    {
        var sample = SampleManifest.Find(path);
        using var image = DiskImage.Open(file);

        Assert.Equal(sample.FormatName, image.Format.Name);
        Assert.Equal(sample.VirtualSize, image.Length);
        Assert.Equal(sample.GuestSha256, Sha256.OfGuest(image));
    }
}
