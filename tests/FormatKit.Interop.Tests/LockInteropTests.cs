using System.Diagnostics;
using FormatKit.Disks.Storage;

namespace FormatKit.Interop.Tests;

/// <summary>qemu's tools respect our locks, and we theirs.</summary>
public sealed class LockInteropTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _image;

    public LockInteropTests() => _image = _folder["a.img"];

    public static TheoryData<string> Formats => ["vpc", "vmdk"];

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Formats))]
    public async Task Beside_our_writer_qemu_reads_only_when_it_forces_its_way(string format)
    {
        await Create(format);
        using var writer = FileStore.Open(_image, FileOpenOptions.ForWriting);

        var refused = await Peer.Run("qemu-img", "info", _image);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Failed to get shared \"write\" lock", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Peer.Run("qemu-img", "info", "-U", _image)).ExitCode);
    }

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Formats))]
    public async Task Beside_our_reader_qemu_reads_and_does_not_write(string format)
    {
        await Create(format);
        using var reader = FileStore.Open(_image, FileOpenOptions.ForReading);

        Assert.Equal(0, (await Peer.Run("qemu-img", "info", _image)).ExitCode);
        Assert.Equal(0, (await Peer.Run("qemu-img", "convert", "-O", "raw", _image, _image + ".raw")).ExitCode);
        var refused = await Peer.Run("qemu-io", "-f", format, "-c", "write 0 512", _image);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("Failed to get \"write\" lock", refused.Error, StringComparison.Ordinal);
    }

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Formats))]
    public async Task Beside_our_unlocked_reader_qemu_writes(string format)
    {
        await Create(format);
        using var reader = FileStore.Open(_image, FileOpenOptions.ForReadingUnlocked);

        Assert.Equal(0, (await Peer.Run("qemu-io", "-f", format, "-c", "write 0 512", _image)).ExitCode);
    }

    [PeerTheory("qemu-io")]
    [MemberData(nameof(Formats))]
    public async Task Beside_a_qemu_writer_we_neither_read_nor_write_and_say_who_it_is(string format)
    {
        await Create(format);
        using var qemu = await QemuIo("-f", format, _image);

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

    [PeerTheory("qemu-io")]
    [MemberData(nameof(Formats))]
    public async Task Beside_a_qemu_reader_we_read_and_do_not_write(string format)
    {
        await Create(format);
        using var qemu = await QemuIo("-r", "-f", format, _image);

        using (FileStore.Open(_image, FileOpenOptions.ForReading))
        {
        }

        Assert.Throws<ImageLockedException>(() => FileStore.Open(_image, FileOpenOptions.ForWriting));
        await Quit(qemu);
    }

    [PeerTheory("qemu-io")]
    [MemberData(nameof(Formats))]
    public async Task Beside_a_qemu_writer_of_the_raw_file_we_do_not_read(string format)
    {
        await Create(format);
        using var qemu = await QemuIo("-f", "raw", _image);

        Assert.Throws<ImageLockedException>(() => FileStore.Open(_image, FileOpenOptions.ForReading));
        await Quit(qemu);
    }

    /// <summary>fkit opens the disk for writing and then waits for what to write.</summary>
    [PeerTheory("qemu-img")]
    [MemberData(nameof(Formats))]
    public async Task A_writer_of_ours_that_is_killed_leaves_no_lock_behind(string format)
    {
        await Create(format);
        using var fkit = await Holder(Fkit.Start("write", "-f", format, _image, "--offset", "0"));
        Assert.NotEqual(0, (await Peer.Run("qemu-img", "info", _image)).ExitCode);

        fkit.Kill();
        await fkit.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, (await Peer.Run("qemu-io", "-f", format, "-c", "write 0 512", _image)).ExitCode);
        FileStore.Open(_image, FileOpenOptions.ForWriting).Dispose();
    }

    [PeerTheory("qemu-io")]
    [MemberData(nameof(Formats))]
    public async Task A_second_writer_of_ours_is_told_of_the_first(string format)
    {
        await Create(format);
        using var first = await Holder(Fkit.Start("write", "-f", format, _image, "--offset", "0"));

        var second = await Fkit.Run("write", "-f", format, _image, "--offset", "0");

        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains($"fkit (process {first.Id})", second.Error, StringComparison.Ordinal);
        await Quit(first);
        Assert.Equal(0, first.ExitCode);
    }

    private Task<string> Create(string format) => Qemu.Img("create", "-f", format, _image, "8M");

    /// <summary>A qemu-io that has opened the image and waits for commands; its locks tell that it has.</summary>
    private static Task<Process> QemuIo(params string[] arguments) => Holder(Peer.Start("qemu-io", arguments));

    /// <summary>A process that holds locks by now.</summary>
    private static async Task<Process> Holder(Process process)
    {
        for (var waited = 0; waited < 10_000 && !process.HasExited; waited += 20)
        {
            if (HoldsLocks(process))
            {
                return process;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        process.Kill();
        throw new InvalidOperationException($"{process.StartInfo.FileName} did not open the image");
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

    private static async Task Quit(Process process)
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
