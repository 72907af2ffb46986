using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Formats;

namespace FormatKit.Disks.Tests.Hostile;

/// <summary>A good image of a driver, to be harmed wherever the format says that something stands.</summary>
internal sealed class HostileImage
{
    private readonly ImageFormat _format;

    internal HostileImage(TestedDriver driver)
    {
        _format = driver.Format;
        (File, _) = driver.HalfFilled();
        Structures = _format.Structures(File);
        var tables = new ScannedTables(File, TableMends.None);
        Regions = [.. _format.Open(File, new OpenRequest(Writable: false, OptionValues.None)).Driver.Regions(tables)];
    }

    internal MemoryStore File { get; }

    /// <summary>What the format finds in the file.</summary>
    internal IReadOnlyList<FileStructure> Structures { get; }

    /// <summary>What the driver says is used.</summary>
    internal IReadOnlyList<Region> Regions { get; }

    /// <summary>Where it is said that a block or a table is where it is.</summary>
    internal IReadOnlyList<long> Pointers =>
    [
        .. Regions.Where(region => region.Kind is RegionKind.Block or RegionKind.Table)
            .Select(region => region.SaidAt.Value).Where(at => at > 0).Distinct(),
    ];

    /// <summary>The first bytes and the last of tables and texts, which have no layout.</summary>
    internal IEnumerable<HostRange> TableEnds =>
        from table in Structures.Where(found => found.Layout is null)
            .Select(found => new HostRange(found.Offset, found.Length))
            .Concat(Regions.Where(region => region.Kind == RegionKind.Table).Select(region => region.Range))
            .Distinct()
        from at in new[] { table.Start, table.Start + Math.Max(0, table.Length - 16) }
        select new HostRange(at, Math.Min(32, table.End - at));

    internal byte[] Bytes(long at, int length)
    {
        var bytes = new byte[length];
        File.ReadExactly(bytes, at);
        return bytes;
    }

    /// <summary>Changes bytes, has the file examined and puts back what was there.</summary>
    /// <returns>The error that opening ended in; null when it opened.</returns>
    internal ImageException? ExamineWith(string what, params IEnumerable<(long At, byte[] Bytes)> changes)
    {
        var old = new Stack<(long At, byte[] Bytes)>();
        foreach (var (at, bytes) in changes)
        {
            old.Push((at, Bytes(at, bytes.Length)));
            File.Write(bytes, at);
        }

        var refusal = Examine(File, what);
        foreach (var (at, bytes) in old)
        {
            File.Write(bytes, at);
        }

        return refusal;
    }

    internal ImageException? Examine(ByteStore file, string what) => Judge.Examine(file, _format, what);
}
