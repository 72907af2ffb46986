using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Model;

/// <summary>A disk beside the array that it should be.</summary>
internal sealed class DiskModel : IDisposable
{
    private readonly ImageFormat _format;
    private readonly long _cacheBytes;
    private readonly MemoryStore _file;
    private readonly byte[] _content;
    private DiskImage _disk;

    internal DiskModel(ImageFormat format, MemoryStore file, byte[] content, long cacheBytes)
    {
        (_format, _file, _content, _cacheBytes) = (format, file, content, cacheBytes);
        _disk = Open();
    }

    internal static DiskModel Empty(TestedDriver driver, int length, long cacheBytes)
    {
        var file = new MemoryStore();
        driver.Create(file, length).Dispose();
        return new DiskModel(driver.Format, file, driver.NewContent(length), cacheBytes);
    }

    /// <summary>Does the steps and compares on the way and at the end.</summary>
    internal void Run(IReadOnlyList<DiskStep> steps)
    {
        for (var at = 0; at < steps.Count; at++)
        {
            Do(steps[at], at + 1);
        }

        Do(new DiskStep(DiskAct.Reopen, 0, 0), 0);
    }

    public void Dispose() => _disk.Dispose();

    private void Do(DiskStep step, int seed)
    {
        var offset = Math.Min(step.Offset, _content.Length);
        var length = Math.Min(step.Length, _content.Length - offset);
        switch (step.Act)
        {
            case DiskAct.Write:
                var bytes = Bytes.Noise(length, seed);
                _disk.Write(bytes, offset);
                bytes.CopyTo(_content, offset);
                break;
            case DiskAct.Zero:
                _disk.WriteZeroes(offset, length);
                _content.AsSpan(offset, length).Clear();
                break;
            case DiskAct.Discard:
                _disk.Discard(offset, length);
                _content.AsSpan(offset, length).Clear();
                break;
            case DiskAct.Flush:
                _disk.Flush();
                CompareCopy();
                break;
            case DiskAct.Reopen:
                Compare(_disk, 0, _content.Length, "before closing");
                _disk.Dispose();
                TestDisk.AssertNotCorrupt(_file, _format);
                _disk = Open();
                Compare(_disk, 0, _content.Length, "opened again");
                break;
            case DiskAct.Map:
                CompareMap(offset, length);
                break;
        }

        var from = Math.Max(0, offset - 600);
        Compare(_disk, from, Math.Min(_content.Length, offset + length + 600) - from, step.ToString());
    }

    private DiskImage Open() => TestDisk.OpenForWriting(_file, _format, _cacheBytes);

    private void CompareCopy()
    {
        using var copy = _file.Clone();
        using var disk = TestDisk.OpenForReading(copy, _format);
        Compare(disk, 0, _content.Length, "the flushed file");
        TestDisk.AssertNotCorrupt(copy, _format);
    }

    private void Compare(DiskImage disk, int offset, int length, string what)
    {
        var found = new byte[length];
        disk.Read(found, offset);
        Bytes.AssertEqual(_content.AsSpan(offset, length), found, $"{what}: from byte {offset}");
    }

    private void CompareMap(int offset, int length)
    {
        var at = (long)offset;
        foreach (var entry in _disk.Map(offset, length))
        {
            Assert.Equal(at, entry.Start);
            Assert.True(
                !entry.Zero || _content.AsSpan((int)at, (int)entry.Length).IndexOfAnyExcept((byte)0) < 0,
                $"the map calls {entry} zeros");
            at = entry.End;
        }

        Assert.Equal(offset + length, at);
    }
}
