using System.Diagnostics;
using FormatKit.Disks.Storage;

namespace FormatKit.Interop.Tests;

/// <summary>qemu's tools respect our locks, and we theirs.</summary>
public sealed class LockInteropTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("formatkit-");
    private string _image = "";

    public async ValueTask InitializeAsync()
    {
        _image = Path.Combine(_folder.FullName, "a.vhd");
        if (Peer.IsRequired || Peer.Find("qemu-img") is not null)
        {
            Assert.Equal(0, (await Peer.Run("qemu-img", "create", "-f", "vpc", _image, "8M")).ExitCode);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }

    [PeerFact("qemu-img")]
    public async Task Beside_our_writer_qemu_reads_only_when_it_forces_its_way()
    {
        using var writer = FileStore.Open(_image, FileOpenOptions.ForWriting);

        var refused = await Peer.Run("qemu-img", "info", _image);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Failed to get shared \"write\" lock", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Peer.Run("qemu-img", "info", "-U", _image)).ExitCode);
    }

    [PeerFact("qemu-img")]
    public async Task Beside_our_reader_qemu_reads_and_does_not_write()
    {
        using var reader = FileStore.Open(_image, FileOpenOptions.ForReading);

        Assert.Equal(0, (await Peer.Run("qemu-img", "info", _image)).ExitCode);
        Assert.Equal(0, (await Peer.Run("qemu-img", "convert", "-O", "raw", _image, _image + ".raw")).ExitCode);
        var refused = await Peer.Run("qemu-io", "-f", "vpc", "-c", "write 0 512", _image);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Failed to get \"write\" lock", refused.Error, StringComparison.Ordinal);
    }

    [PeerFact("qemu-img")]
    public async Task Beside_our_unlocked_reader_qemu_writes()
    {
        using var reader = FileStore.Open(_image, FileOpenOptions.ForReadingUnlocked);

        Assert.Equal(0, (await Peer.Run("qemu-io", "-f", "vpc", "-c", "write 0 512", _image)).ExitCode);
    }

    [PeerFact("qemu-io")]
    public async Task Beside_a_qemu_writer_we_neither_read_nor_write_and_say_who_it_is()
    {
        using var qemu = await QemuIo("-f", "vpc", _image);

        var e = Assert.Throws<ImageLockedException>(() => FileStore.Open(_image, FileOpenOptions.ForReading));
        Assert.Throws<ImageLockedException>(() => FileStore.Open(_image, FileOpenOptions.ForWriting));
        Assert.Throws<ImageLockedException>(() => PendingFile.Create(_image));
        using (FileStore.Open(_image, FileOpenOptions.ForReadingUnlocked))
        {
        }

        Assert.Equal($"qemu-io (process {qemu.Id})", Assert.Single(e.Holders));
        await Quit(qemu);
        FileStore.Open(_image, FileOpenOptions.ForWriting).Dispose();
    }

    [PeerFact("qemu-io")]
    public async Task Beside_a_qemu_reader_we_read_and_do_not_write()
    {
        using var qemu = await QemuIo("-r", "-f", "vpc", _image);

        using (FileStore.Open(_image, FileOpenOptions.ForReading))
        {
        }

        Assert.Throws<ImageLockedException>(() => FileStore.Open(_image, FileOpenOptions.ForWriting));
        await Quit(qemu);
    }

    [PeerFact("qemu-io")]
    public async Task Beside_a_qemu_writer_of_the_raw_file_we_do_not_read()
    {
        using var qemu = await QemuIo("-f", "raw", _image);

        Assert.Throws<ImageLockedException>(() => FileStore.Open(_image, FileOpenOptions.ForReading));
        await Quit(qemu);
    }

    /// <summary>A qemu-io that has opened the image and waits for commands; its locks tell that it has.</summary>
    private static async Task<Process> QemuIo(params string[] arguments)
    {
        var process = Peer.Start("qemu-io", arguments);
        for (var waited = 0; waited < 10_000 && !process.HasExited; waited += 20)
        {
            if (HoldsLocks(process))
            {
                return process;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        process.Kill();
        throw new InvalidOperationException("qemu-io did not open the image");
    }

    private static bool HoldsLocks(Process process)
    {
        try
        {
            return Directory.GetFiles($"/proc/{process.Id}/fdinfo").Any(
                f => File.ReadAllText(f).Contains("\nlock:", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false; // a descriptor was closed while it was looked at
        }
    }

    private static async Task Quit(Process qemu)
    {
        qemu.StandardInput.Close();
        await qemu.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
