using System.Diagnostics;
using FormatKit.Disks.Images;

namespace FormatKit.Cli.Tests;

/// <summary>The tool, killed while it changes images, and run again.</summary>
public sealed class KilledTests : IDisposable
{
    private const int MiB = 1 << 20;
    private const int Rounds = 6;
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = new byte[64 * MiB];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_merge_that_was_killed_harms_nobody_and_completes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var (parent, child) = (_folder.File("base.vhd"), _folder.File("child.vhd"));
        Fkit.Good("create", "-q", "-f", "vhd", parent, "64M");
        Fkit.Good("create", "-q", "-f", "vhd", "-b", parent, child);
        Fill(child, 48 * MiB);

        await KillInTheMiddle(parent, () => Fkit.Good("read", child).Payload, "commit", child);

        Fkit.Good("commit", "--delete", child);
        Fkit.Good("compact", parent); // blocks that were on their way are leaks
        AssertIsGood(parent);
    }

    [Fact]
    public async Task Compacting_that_was_killed_harms_nothing_and_completes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var disk = _folder.File("disk.vhd");
        Fkit.Good("create", "-q", "-f", "vhd", "-o", "block_size=64K", disk, "64M");
        Fill(disk, 64 * MiB);
        using (var image = DiskImage.Open(disk, new ImageOpenOptions { Writable = true }))
        {
            for (var at = 0; at < 32 * MiB; at += 128 << 10)
            {
                image.Discard(at, 64 << 10);
                _content.AsSpan(at, 64 << 10).Clear();
            }
        }

        await KillInTheMiddle(disk, () => Fkit.Good("read", disk).Payload, "compact", disk);

        Fkit.Good("compact", disk);
        Assert.InRange(new FileInfo(disk).Length, 48 * MiB, 52 * MiB);
        AssertIsGood(disk);
    }

    /// <summary>Kills the tool at ever later moments after it has begun to change a file, until it is done before
    /// that.</summary>
    private async Task KillInTheMiddle(string changed, Func<byte[]> shown, params string[] arguments)
    {
        var killed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var before = File.GetLastWriteTimeUtc(changed);
            using var process = FkitProcess.Start(arguments);
            var watch = Stopwatch.StartNew();
            while (!process.HasExited && File.GetLastWriteTimeUtc(changed) == before)
            {
                Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "It did not begin within a minute.");
                await Task.Delay(1, Token);
            }

            await Task.Delay(round * 4, Token);
            process.Kill();
            await process.WaitForExitAsync(Token);
            killed += process.ExitCode == 0 ? 0 : 1;
            Assert.True(_content.AsSpan().SequenceEqual(shown()), $"After round {round} it shows something else.");
            Assert.InRange(Fkit.Run("check", changed).ExitCode, 0, 3);
            Assert.NotEqual(2, Fkit.Run("check", changed).ExitCode);
        }

        Assert.NotEqual(0, killed);
    }

    private void Fill(string path, int length)
    {
        new Random(3).NextBytes(_content.AsSpan(0, length));
        using var image = DiskImage.Open(path, new ImageOpenOptions { Writable = true });
        image.Write(_content.AsSpan(0, length), 0);
    }

    private void AssertIsGood(string disk)
    {
        Assert.True(_content.AsSpan().SequenceEqual(Fkit.Good("read", disk).Payload));
        Assert.Contains("No errors were found", Fkit.Good("check", disk).Output, StringComparison.Ordinal);
    }
}
