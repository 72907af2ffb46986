using System.Buffers;

namespace FormatKit.Disks.Images;

/// <summary>
/// A caller's span as memory, for operations that are written once over <see cref="Memory{T}"/>. Only for synchronous
/// calls: the span is pinned until they return.
/// </summary>
internal sealed unsafe class PinnedMemory : MemoryManager<byte>
{
    private byte* _start;
    private int _length;

    /// <summary>The span as memory, while <paramref name="start"/> is pinned.</summary>
    public Memory<byte> Over(byte* start, int length)
    {
        _start = start;
        _length = length;
        return Memory;
    }

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
