using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>What was done to a file.</summary>
internal enum HostActionKind
{
    Write,
    Zero,
    SetLength,
    Flush,
}

/// <summary>One thing that was done to a file; of a change of length, the offset is the length.</summary>
internal readonly record struct HostAction(HostActionKind Kind, long Offset, long Length, byte[] Bytes)
{
    private const int SectorSize = 512;

    /// <summary>The parts that a disk does or does not do, each as a whole: a sector, or a change of length.</summary>
    internal IEnumerable<HostAction> Parts()
    {
        if (Kind is HostActionKind.SetLength or HostActionKind.Flush)
        {
            yield return this;
            yield break;
        }

        for (var at = Offset; at < Offset + Length;)
        {
            var end = Math.Min(Offset + Length, (at / SectorSize * SectorSize) + SectorSize);
            var bytes = Kind == HostActionKind.Write ? Bytes[(int)(at - Offset)..(int)(end - Offset)] : [];
            yield return new HostAction(Kind, at, end - at, bytes);
            at = end;
        }
    }

    internal void ApplyTo(MemoryStore file)
    {
        switch (Kind)
        {
            case HostActionKind.Write:
                file.Write(Bytes, Offset);
                break;
            case HostActionKind.Zero:
                file.Zero(Offset, Length);
                break;
            case HostActionKind.SetLength:
                file.SetLength(Offset);
                break;
        }
    }
}
