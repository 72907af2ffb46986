using System.Collections.Concurrent;
using System.IO.Compression;
using FormatKit.Interop.Tests.Samples;

[assembly: AssemblyFixture(typeof(SampleFolder))]

namespace FormatKit.Interop.Tests.Samples;

/// <summary>The images unpacked, each when it is first asked for, for all tests to read and none to write.</summary>
public sealed class SampleFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, Lazy<string>> _unpacked = new();

    /// <summary>The unpacked file of a row.</summary>
    public string Unpack(string path) => _unpacked.GetOrAdd(path, p => new Lazy<string>(() => Write(p))).Value;

    public void Dispose() => _folder.Dispose();

    private string Write(string path)
    {
        var target = _folder[path];
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var packed = File.OpenRead(Path.Combine(SampleManifest.Folder, path + ".gz"));
        using var unzipped = new GZipStream(packed, CompressionMode.Decompress);
        using var file = File.Create(target);
        unzipped.CopyTo(file);
        return target;
    }
}
