using System.Diagnostics;
using System.Net.Sockets;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>What is neither file nor block device is refused by name, and without waiting for it.</summary>
public sealed class HostStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_regular_file_is_a_FileStore()
    {
        using var store = HostStore.Open(_folder.File("a", [1]), FileOpenOptions.ForReading);

        Assert.IsType<FileStore>(store);
    }

    [Fact]
    public void A_directory_is_refused() => AssertRefused(_folder.Path, "a directory");

    [Fact]
    public void A_character_device_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "kinds of files are known on Linux");
        AssertRefused("/dev/null", "a character device");
    }

    [Fact]
    public void A_named_pipe_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "kinds of files are known on Linux");
        Process.Start("mkfifo", [_folder["pipe"]]).WaitForExit();

        AssertRefused(_folder["pipe"], "a named pipe");
    }

    [Fact]
    public void A_socket_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "kinds of files are known on Linux");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder["socket"]));

        AssertRefused(_folder["socket"], "a socket");
    }

    [Fact]
    public void A_loop_of_links_is_refused()
    {
        File.CreateSymbolicLink(_folder["loop"], "loop");

        var e = Assert.ThrowsAny<IOException>(() => HostStore.Open(_folder["loop"], FileOpenOptions.ForReading));

        Assert.StartsWith(_folder["loop"], e.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string path, string kind)
    {
        foreach (var options in new[] { FileOpenOptions.ForReading, FileOpenOptions.ForWriting })
        {
            var e = Assert.Throws<IOException>(() => HostStore.Open(path, options));
            Assert.Equal($"{path}: this is {kind}, not a regular file.", e.Message);
        }
    }
}
