using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>
/// Seeded work on a small dynamic VHD whose first block has written sectors, others, and garbage under clear bits: new
/// blocks, bitmaps, blocks freed and used again, growing and closing.
/// </summary>
internal sealed class Workload
{
    private const int Block = VhdBytes.BlockSize;
    private const int CacheBytes = 1024;

    private readonly Random _random;
    private readonly ByteStore _store;
    private readonly Func<int> _position;
    private DiskImage? _disk;

    internal Workload(int seed, ByteStore store, Func<int> position)
    {
        _random = new Random(seed);
        _store = store;
        _position = position;
        History = new GuestHistory(InitialContent());
    }

    internal GuestHistory History { get; }

    /// <summary>Operations that failed.</summary>
    internal int Failures { get; private set; }

    internal static byte[] InitialFile()
    {
        var bytes = VhdBytes.Dynamic();
        return bytes.With((int)bytes.Entry(0) * 512, 0b1010_0110);
    }

    /// <summary>Offsets of what is written behind a barrier: the table and the first blocks' bitmaps.</summary>
    internal static bool IsTable(long offset)
    {
        var bytes = InitialFile();
        return offset == VhdBytes.TableAt || new[] { 0, 1, 3 }.Any(block => offset == bytes.Entry(block) * 512L);
    }

    /// <summary>Does it all, and goes on after errors of the host.</summary>
    internal void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Try(() => Step(step));
        }

        Try(Close);
    }

    private static byte[] InitialContent()
    {
        var content = VhdBytes.DynamicContent();
        foreach (var clear in (int[])[1, 3, 4, 7])
        {
            content.AsSpan(clear * 512, 512).Clear();
        }

        return content;
    }

    private void Step(int step)
    {
        _disk ??= DiskImage.Open(
            new LastingStore(_store),
            new ImageOpenOptions { Writable = true, Format = ImageFormats.Vhd, CacheBytes = CacheBytes });
        var (offset, length) = Range();
        switch (_random.Next(20))
        {
            case < 10:
                var bytes = Bytes.Noise(length, step + 1000);
                Do(offset, bytes, () => _disk.Write(bytes, offset));
                break;
            case < 12:
                Do(offset, new byte[length], () => _disk.WriteZeroes(offset, length));
                break;
            case < 16:
                Do(offset, new byte[length], () => _disk.Discard(offset, length));
                break;
            case < 19:
                _disk.Flush();
                History.Flushed(_position());
                break;
            default:
                Close();
                break;
        }
    }

    private void Do(int offset, byte[] bytes, Action write)
    {
        History.Begin(_position(), offset, bytes);
        try
        {
            write();
        }
        catch
        {
            History.Fail(offset, bytes.Length);
            throw;
        }
    }

    private void Close()
    {
        using var disk = _disk;
        _disk = null;
        try
        {
            disk?.Flush(); // says whether an earlier one has failed, which closing need not say again
            disk?.Dispose();
            History.Flushed(_position());
        }
        catch (IOException)
        {
            History.FailUnflushed();
            throw;
        }
    }

    /// <summary>Whole blocks, whole sectors, or anything.</summary>
    private (int Offset, int Length) Range()
    {
        var length = History.Now.Length;
        var unit = _random.Next(3) switch { 0 => Block, 1 => 512, _ => 1 };
        var offset = _random.Next(length) / unit * unit;
        var wanted = unit == Block ? Block * _random.Next(1, 3) : unit * _random.Next(1, unit == 1 ? 3000 : 12);
        return (offset, Math.Min(length - offset, wanted));
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (IOException)
        {
            Failures++;
        }
    }
}
