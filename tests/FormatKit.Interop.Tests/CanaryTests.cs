namespace FormatKit.Interop.Tests;

/// <summary>A judge that never objects is none.</summary>
public sealed class CanaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [InlineData("vpc", "subformat=dynamic")]
    [InlineData("vmdk", "")]
    public async Task qemu_objects_to_one_wrong_bit(string format, string options)
    {
        using var written = WrittenImage.Make(_folder, format, options, 5 << 20, seed: 3);
        using (var image = WrittenImage.Open(written.Path, format, writable: true))
        {
            var last = new byte[1];
            image.Read(last, image.Length - 1);
            last[0] ^= 1;
            image.Write(last, image.Length - 1);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Qemu.AssertSame(format, written.Path, "raw", written.Model.Path));
    }
}
