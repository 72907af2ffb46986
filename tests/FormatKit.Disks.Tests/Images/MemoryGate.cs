using System.Collections.Concurrent;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>A folder of files in memory, all of which may be opened.</summary>
internal sealed class MemoryGate : OpenGate
{
    private readonly ConcurrentDictionary<string, ByteStore> _files = new();

    /// <summary>A file that lasts, however often images in it are closed.</summary>
    internal ByteStore this[string name]
    {
        get => _files[name];
        set => _files[name] = value;
    }

    /// <summary>Takes a file away.</summary>
    internal void Remove(string name) => _files.TryRemove(name, out _);

    /// <summary>When every file was last changed.</summary>
    internal DateTimeOffset? Time { get; init; }

    public override string? Find(string top, string image, string name) =>
        _files.ContainsKey(Locate(image, name)) ? Locate(image, name) : null;

    public override string Locate(string image, string name) => Path.GetFileName(name);

    public override ByteStore Open(string path, FileOpenOptions options) => new LastingStore(
        options.Writable ? _files[path] : TestDisk.Frozen(_files[path]));

    public override bool AreSame(string one, string other) => one == other;

    public override DateTimeOffset? ChangedAt(string path) => Time;
}
