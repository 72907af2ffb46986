using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FormatKit.Benchmarks.Catalogs;

internal static partial class HandWrittenCatalog
{
    // Throws for lone surrogates, which no UTF-8 has.
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How many bytes it will have; refuses what cannot be written, before anything is.</summary>
    internal static int Measure(Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog.Title);
        if (catalog.Entries.Length > MostEntries)
        {
            throw new ArgumentException($"Entries: {catalog.Entries.Length} are too many.");
        }

        var hasStamp = (catalog.Flags & CatalogFlags.Stamped) != 0;
        if (catalog.Stamp is null == hasStamp)
        {
            throw new ArgumentException("Stamp: there, or not there, against the flags.");
        }

        long size = 12 + (hasStamp ? 8 : 0) + 2 + MeasureText(catalog.Title, ushort.MaxValue) + 4;
        foreach (var entry in catalog.Entries)
        {
            size += Measure(entry);
        }

        return size <= Array.MaxLength ? (int)size : throw new ArgumentException("Too large.");
    }

    internal static int Write(Catalog catalog, Span<byte> target)
    {
        var size = Measure(catalog);
        if (target.Length < size)
        {
            throw new ArgumentException($"{size} bytes are needed.");
        }

        return WriteMeasured(catalog, target);
    }

    internal static int Write(Catalog catalog, IBufferWriter<byte> target)
    {
        var size = Measure(catalog);
        _ = WriteMeasured(catalog, target.GetSpan(size)[..size]);
        target.Advance(size);
        return size;
    }

    private static int WriteMeasured(Catalog catalog, Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], catalog.Version);
        BinaryPrimitives.WriteUInt16LittleEndian(target[6..], (ushort)catalog.Flags);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], (uint)catalog.Entries.Length);
        var at = 12;
        if ((catalog.Flags & CatalogFlags.Stamped) != 0)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(target[at..], catalog.Stamp!.Value);
            at += 8;
        }

        var length = Strict.GetBytes(catalog.Title, target[(at + 2)..]);
        BinaryPrimitives.WriteUInt16LittleEndian(target[at..], (ushort)length);
        at += 2 + length;
        foreach (var entry in catalog.Entries)
        {
            at += Write(entry, target[at..]);
        }

        BinaryPrimitives.WriteUInt32LittleEndian(target[at..], Crc32.Finish(Crc32.Append(0, target[..at])));
        return at + 4;
    }

    private static int Measure(CatalogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(entry.Name);
        var hasOwner = (entry.Mode & 1) != 0;
        if (entry.Owner is null == hasOwner)
        {
            throw new ArgumentException("Owner: there, or not there, against the mode.");
        }

        return 11 + 1 + MeasureText(entry.Name, byte.MaxValue) + (hasOwner ? 4 : 0) + entry.Content switch
        {
            FarContent => 12,
            NearContent near when near.Bytes.Length <= ushort.MaxValue => 2 + near.Bytes.Length,
            LinkContent { Path: { } path } when !path.Contains('\0') => MeasureText(path, MostPath) + 1,
            _ => throw new ArgumentException("Content: cannot be written."),
        };
    }

    private static int MeasureText(string text, int most)
    {
        var length = Strict.GetByteCount(text);
        return length <= most ? length : throw new ArgumentException($"A text of {length} bytes; at most {most}.");
    }

    private static int Write(CatalogEntry entry, Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(target, entry.Id);
        BinaryPrimitives.WriteUInt16LittleEndian(target[8..], entry.Mode);
        target[10] = entry.Content switch { FarContent => 1, NearContent => 2, _ => 3 };
        var length = Strict.GetBytes(entry.Name, target[12..]);
        target[11] = (byte)length;
        var at = 12 + length;
        if ((entry.Mode & 1) != 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target[at..], entry.Owner!.Value);
            at += 4;
        }

        switch (entry.Content)
        {
            case FarContent far:
                BinaryPrimitives.WriteUInt64LittleEndian(target[at..], far.Start);
                BinaryPrimitives.WriteUInt32LittleEndian(target[(at + 8)..], far.Length);
                return at + 12;
            case NearContent near:
                BinaryPrimitives.WriteUInt16LittleEndian(target[at..], (ushort)near.Bytes.Length);
                near.Bytes.CopyTo(target[(at + 2)..]);
                return at + 2 + near.Bytes.Length;
            default:
                var path = Strict.GetBytes(((LinkContent)entry.Content).Path, target[at..]);
                target[at + path] = 0;
                return at + path + 1;
        }
    }
}
