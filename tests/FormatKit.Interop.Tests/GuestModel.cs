namespace FormatKit.Interop.Tests;

/// <summary>What a guest's disk should have, as a plain sparse file, which every tool reads as raw.</summary>
internal sealed class GuestModel : IDisposable
{
    private readonly FileStream _file;

    public GuestModel(string path, long length)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _file.SetLength(length);
        Path = path;
    }

    public string Path { get; }

    public long Length => _file.Length;

    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        _file.Position = offset;
        _file.Write(bytes);
    }

    public void Zero(long offset, long length)
    {
        for (var zeros = new byte[Math.Min(length, 1 << 20)]; length > 0;)
        {
            var part = (int)Math.Min(zeros.Length, length);
            Write(zeros.AsSpan(0, part), offset);
            (offset, length) = (offset + part, length - part);
        }
    }

    public void Dispose() => _file.Dispose();
}
