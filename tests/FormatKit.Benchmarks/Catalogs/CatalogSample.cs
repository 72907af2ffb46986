namespace FormatKit.Benchmarks.Catalogs;

/// <summary>A catalog of 64 files with contents of each kind; one name in sixteen is not ASCII.</summary>
internal static class CatalogSample
{
    internal const int Entries = 64;

    internal static Catalog New() => new()
    {
        Version = 2,
        Flags = CatalogFlags.Stamped,
        Stamp = 1_700_000_000,
        Title = "Backup of the second shelf",
        Entries = [.. Enumerable.Range(0, Entries).Select(Entry)],
    };

    internal static byte[] NewBytes() => New().ToBytes();

    private static CatalogEntry Entry(int index) => new()
    {
        Id = (ulong)index * 0x1_0001_0001,
        Mode = (ushort)(0x1A4 << 1 | (index % 2)),
        Name = index % 16 == 0 ? $"Überblick-{index:000}.txt" : $"shelf/row-{index:000}.txt",
        Owner = index % 2 == 1 ? (uint)(1000 + index) : null,
        Content = (index % 4) switch
        {
            0 => new NearContent { Bytes = [.. Enumerable.Range(index, 24).Select(number => (byte)number)] },
            1 => new LinkContent { Path = $"/srv/shelf/row-{index - 1:000}.txt" },
            _ => new FarContent { Start = (ulong)index << 20, Length = 4096 },
        },
    };
}
