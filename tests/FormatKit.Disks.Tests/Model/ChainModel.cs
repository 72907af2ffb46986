using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Spec;

namespace FormatKit.Disks.Tests.Model;

/// <summary>A chain of images beside the arrays that its guests see, one a layer.</summary>
internal sealed class ChainModel : IDisposable
{
    private const int MaxLayers = 6;
    private static readonly ImageFormat Format = ImageFormats.Vhd;

    private readonly MemoryGate _folder = new();
    private readonly List<(string Name, byte[] Content)> _layers = [];
    private int _names;
    private DiskImage? _top;

    /// <summary>How often something was done.</summary>
    internal int[] Done { get; } = new int[Enum.GetValues<ChainAct>().Length];

    internal ChainModel(int length)
    {
        var file = new MemoryStore(NextName());
        TestDisk.Create(file, Format, length, Options()).Dispose();
        Add(file, new byte[length]);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private byte[] Content => _layers[^1].Content;

    /// <summary>The top must not come to see what a longer grandparent has behind its parent's end.</summary>
    private bool CanCommitMiddle => _layers.Count > 2 && _layers[^3].Content.Length <= _layers[^2].Content.Length;

    private DiskImage Top => _top ??= Open(_layers[^1].Name, writable: true);

    /// <summary>Does the steps; compares on the way and, all layers and by a reader of its own, at the end.</summary>
    internal void Run(IReadOnlyList<ChainStep> steps)
    {
        for (var at = 0; at < steps.Count; at++)
        {
            Do(steps[at], at + 1);
            Compare(Top, Content, $"step {at + 1}, {steps[at]}");
        }

        Close();
        JudgeAll();
    }

    public void Dispose() => _top?.Dispose();

    private void Do(ChainStep step, int seed)
    {
        var offset = Math.Min(step.Offset, Content.Length);
        var length = Math.Min(step.Length, Content.Length - offset);
        switch (step.Act)
        {
            case ChainAct.Write:
                var bytes = Bytes.Noise(length, seed);
                Top.Write(bytes, offset);
                bytes.CopyTo(Content, offset);
                break;
            case ChainAct.Zero:
                Top.WriteZeroes(offset, length);
                Content.AsSpan(offset, length).Clear();
                break;
            case ChainAct.Discard:
                Top.Discard(offset, length);
                Content.AsSpan(offset, length).Clear();
                break;
            case ChainAct.Flush:
                Top.Flush();
                break;
            case ChainAct.Reopen:
                Close();
                break;
            case ChainAct.Snapshot when _layers.Count < MaxLayers:
                Snapshot();
                break;
            case ChainAct.Commit when _layers.Count > 1:
                Commit();
                break;
            case ChainAct.CommitMiddle when CanCommitMiddle:
                CommitMiddle();
                break;
            case ChainAct.Rebase when _layers.Count > 2:
                Rebase(_layers[^3].Name);
                _layers.RemoveAt(_layers.Count - 2);
                break;
            case ChainAct.Flatten when _layers.Count > 1:
                Rebase(null);
                _layers.RemoveRange(0, _layers.Count - 1);
                break;
            case ChainAct.Rename when _layers.Count > 1:
                Rename();
                break;
            case ChainAct.Compact:
                CompactOperation.Run(Top, new CompactOptions { Workers = 1 }, Cancellation);
                break;
            case ChainAct.Resize:
                Close();
                Resize(_layers.Count - 1, Math.Max(512, (step.Offset + step.Length) / 512 * 512));
                break;
            default:
                return;
        }

        Done[(int)step.Act]++;
    }

    private void Snapshot()
    {
        Close();
        var (parent, content) = _layers[^1];
        var file = new MemoryStore(NextName());
        DiskImage.CreateChild(
            new LastingStore(file), Format, content.Length, BackingOf(parent), _folder, TestDisk.Options(Options()))
            .Dispose();
        Add(file, [.. content]);
    }

    /// <summary>The top goes into its parent, which is the top from then on.</summary>
    private void Commit()
    {
        Close();
        Merge(_layers.Count - 1);
        _layers.RemoveAt(_layers.Count - 1);
    }

    /// <summary>The parent of the top goes into its own, and the top comes to sit there.</summary>
    private void CommitMiddle()
    {
        Close();
        Merge(_layers.Count - 2);
        RelinkOperation.Run(_folder[_layers[^1].Name], Format, BackingOf(_layers[^3].Name), force: true);
        _layers.RemoveAt(_layers.Count - 2);
    }

    /// <summary>A parent that is longer keeps what is behind the child's end.</summary>
    private void Merge(int layer)
    {
        var (parentName, content) = _layers[layer - 1];
        if (content.Length < _layers[layer].Content.Length)
        {
            Resize(layer - 1, _layers[layer].Content.Length);
            content = _layers[layer - 1].Content;
        }

        _layers[layer].Content.CopyTo(content, 0);
        _layers[layer - 1] = (parentName, content);
        using var child = Alone(_layers[layer].Name);
        using var parent = Open(_layers[layer - 1].Name, writable: true);
        CommitOperation.Run(child, parent, new CommitOptions { Workers = 1 }, Cancellation);
        Compare(parent, content, "the parent of what was committed");
    }

    private void Resize(int layer, int length)
    {
        var (name, content) = _layers[layer];
        ResizeOperation.Run(
            _folder[name], new ImageOpenOptions { Format = Format, Gate = _folder }, length, allowDataLoss: true,
            Cancellation);
        Array.Resize(ref content, length);
        _layers[layer] = (name, content);
    }

    private void Rebase(string? name)
    {
        Close();
        using var parent = name is null ? null : Open(name, writable: false);
        RebaseOperation.Run(
            _folder[_layers[^1].Name], new ImageOpenOptions { Format = Format, Gate = _folder }, parent,
            name is null ? null : BackingOf(name), new RebaseOptions { Workers = 1 }, Cancellation);
    }

    /// <summary>The parent of the top gets another name, and the top is told.</summary>
    private void Rename()
    {
        Close();
        var (old, content) = _layers[^2];
        var name = NextName();
        _folder[name] = new MemoryStore(((MemoryStore)_folder[old]).ToArray(), name);
        _folder.Remove(old);
        _layers[^2] = (name, content);
        RelinkOperation.Run(_folder[_layers[^1].Name], Format, BackingOf(name), force: false);
    }

    private NewBacking BackingOf(string name)
    {
        using var alone = Alone(name);
        return new NewBacking(Format, name, "/disks/" + name) { Identity = alone.Identity };
    }

    private void Close()
    {
        _top?.Dispose();
        _top = null;
        TestDisk.AssertNotCorrupt(_folder[_layers[^1].Name], Format);
    }

    private DiskImage Open(string name, bool writable) => DiskImage.Open(
        _folder.Open(name, writable ? FileOpenOptions.ForWriting : FileOpenOptions.ForReading),
        new ImageOpenOptions { Writable = writable, Format = Format, Gate = _folder, CacheBytes = 2000 });

    private DiskImage Alone(string name) => DiskImage.Open(
        _folder.Open(name, FileOpenOptions.ForReading), new ImageOpenOptions { Format = Format, OpenBacking = false });

    /// <summary>Every layer by us, and by a reader that is not ours.</summary>
    private void JudgeAll()
    {
        SpecVhdReader? below = null;
        foreach (var (name, content) in _layers)
        {
            using (var disk = Open(name, writable: false))
            {
                Compare(disk, content, name);
            }

            below = new SpecVhdReader(new MemoryStream(((MemoryStore)_folder[name]).ToArray()), below);
            Bytes.AssertEqual(content, Sectors(below), $"{name}, by the specification's reader:");
            TestDisk.AssertNotCorrupt(_folder[name], Format);
        }
    }

    private static byte[] Sectors(SpecVhdReader disk)
    {
        var bytes = new byte[disk.Length];
        for (var at = 0; at < bytes.Length; at += 512)
        {
            disk.ReadSector(at / 512, bytes.AsSpan(at, 512));
        }

        return bytes;
    }

    private static void Compare(DiskImage disk, byte[] content, string what) =>
        Bytes.AssertEqual(content, Bytes.All(disk), $"{what}:");

    private void Add(MemoryStore file, byte[] content)
    {
        _folder[file.Name] = file;
        _layers.Add((file.Name, content));
    }

    /// <summary>Every other layer has a batmap.</summary>
    private string Options() => _names % 2 == 0 ? "block_size=4K" : "block_size=4K,batmap=on";

    private string NextName() => $"{++_names}.vhd";
}
