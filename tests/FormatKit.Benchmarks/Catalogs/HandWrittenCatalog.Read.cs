using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace FormatKit.Benchmarks.Catalogs;

/// <summary>
/// What one writes by hand for a <see cref="Catalog"/>: the same objects, the same limits, everything held against what
/// is left before it is read or allocated, and what is wrong said with field, place, found and expected.
/// </summary>
internal static partial class HandWrittenCatalog
{
    private const uint Magic = 0x474C_5443;
    private const int MostEntries = 100_000;
    private const int MostPath = 1 << 16;
    private const int LeastEntry = 8 + 2 + 1 + 1;

    internal sealed record Fault(string Field, int At, ulong Found, ulong Expected);

    internal sealed class Read
    {
        public uint Magic { get; set; }

        public ushort Version { get; set; }

        public CatalogFlags Flags { get; set; }

        public uint EntryCount { get; set; }

        public ulong? Stamp { get; set; }

        public string Title { get; set; } = "";

        public Entry[] Entries { get; set; } = [];

        public uint Crc { get; set; }
    }

    internal sealed class Entry
    {
        public ulong Id { get; set; }

        public ushort Mode { get; set; }

        public byte Kind { get; set; }

        public string Name { get; set; } = "";

        public uint? Owner { get; set; }

        public Content Content { get; set; } = null!;
    }

    internal abstract class Content;

    internal sealed class Far : Content
    {
        public ulong Start { get; set; }

        public uint Length { get; set; }
    }

    internal sealed class Near : Content
    {
        public byte[] Bytes { get; set; } = [];
    }

    internal sealed class Link : Content
    {
        public string Path { get; set; } = "";
    }

    internal static bool TryRead(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Read? catalog, out int consumed, out List<Fault>? faults)
    {
        (catalog, consumed, faults) = (null, 0, null);
        var at = 0;
        if (bytes.Length < 12)
        {
            return Stop(ref faults, "Magic", 0, (ulong)bytes.Length, 12);
        }

        var read = new Read
        {
            Magic = BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            Version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
            Flags = (CatalogFlags)BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
            EntryCount = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
        };
        at = 12;
        if (read.Magic != Magic)
        {
            Note(ref faults, "Magic", 0, read.Magic, Magic);
        }

        if (read.Version is < 1 or > 3)
        {
            Note(ref faults, "Version", 4, read.Version, 0);
        }

        if ((read.Flags & CatalogFlags.Stamped) != 0)
        {
            if (bytes.Length - at < 8)
            {
                return Stop(ref faults, "Stamp", at, (ulong)(bytes.Length - at), 8);
            }

            read.Stamp = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
            at += 8;
        }

        if (!TryPrefixed(bytes, ref at, 2, "Title", ref faults, out var title))
        {
            return false;
        }

        read.Title = Text(title, "Title", at - title.Length, ref faults);
        if (read.EntryCount > MostEntries)
        {
            return Stop(ref faults, "Entries", at, read.EntryCount, MostEntries);
        }

        if ((long)read.EntryCount * LeastEntry > bytes.Length - at)
        {
            return Stop(ref faults, "Entries", at, (ulong)(bytes.Length - at), read.EntryCount * (ulong)LeastEntry);
        }

        var entries = read.EntryCount == 0 ? [] : new Entry[read.EntryCount];
        for (var index = 0; index < entries.Length; index++)
        {
            if (!TryReadEntry(bytes, ref at, ref faults, out entries[index]!))
            {
                return false;
            }
        }

        read.Entries = entries;
        if (bytes.Length - at < 4)
        {
            return Stop(ref faults, "Crc", at, (ulong)(bytes.Length - at), 4);
        }

        read.Crc = BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
        var crc = Crc32.Finish(Crc32.Append(0, bytes[..at]));
        if (read.Crc != crc)
        {
            Note(ref faults, "Crc", at, read.Crc, crc);
        }

        (catalog, consumed) = (read, at + 4);
        return faults is null;
    }

    private static bool TryReadEntry(
        ReadOnlySpan<byte> bytes, ref int at, ref List<Fault>? faults, [NotNullWhen(true)] out Entry? entry)
    {
        entry = null;
        if (bytes.Length - at < 11)
        {
            return Stop(ref faults, "Id", at, (ulong)(bytes.Length - at), 11);
        }

        var own = bytes.Slice(at, 11);
        var read = new Entry
        {
            Id = BinaryPrimitives.ReadUInt64LittleEndian(own),
            Mode = BinaryPrimitives.ReadUInt16LittleEndian(own[8..]),
            Kind = own[10],
        };
        at += 11;
        if (!TryPrefixed(bytes, ref at, 1, "Name", ref faults, out var name))
        {
            return false;
        }

        read.Name = Text(name, "Name", at - name.Length, ref faults);
        if ((read.Mode & 1) != 0)
        {
            if (bytes.Length - at < 4)
            {
                return Stop(ref faults, "Owner", at, (ulong)(bytes.Length - at), 4);
            }

            read.Owner = BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
            at += 4;
        }

        if (!TryReadContent(read.Kind, bytes, ref at, ref faults, out var content))
        {
            return false;
        }

        read.Content = content;
        entry = read;
        return true;
    }

    private static bool TryReadContent(
        byte kind, ReadOnlySpan<byte> bytes, ref int at, ref List<Fault>? faults,
        [NotNullWhen(true)] out Content? content)
    {
        content = null;
        switch (kind)
        {
            case 1:
                if (bytes.Length - at < 12)
                {
                    return Stop(ref faults, "Start", at, (ulong)(bytes.Length - at), 12);
                }

                content = new Far
                {
                    Start = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]),
                    Length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 8)..]),
                };
                at += 12;
                return true;
            case 2:
                if (!TryPrefixed(bytes, ref at, 2, "Bytes", ref faults, out var near))
                {
                    return false;
                }

                content = new Near { Bytes = near.ToArray() };
                return true;
            case 3:
                var left = bytes[at..];
                var length = left[..Math.Min(left.Length, MostPath + 1)].IndexOf((byte)0);
                if (length < 0)
                {
                    return Stop(ref faults, "Path", at, (ulong)left.Length, MostPath);
                }

                content = new Link { Path = Text(left[..length], "Path", at, ref faults) };
                at += length + 1;
                return true;
            default:
                return Stop(ref faults, "Content", at, kind, 0);
        }
    }

    private static bool TryPrefixed(
        ReadOnlySpan<byte> bytes, ref int at, int width, string field, ref List<Fault>? faults,
        out ReadOnlySpan<byte> content)
    {
        content = default;
        if (bytes.Length - at < width)
        {
            return Stop(ref faults, field, at, (ulong)(bytes.Length - at), (ulong)width);
        }

        int length = width == 1 ? bytes[at] : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
        at += width;
        if (length > bytes.Length - at)
        {
            return Stop(ref faults, field, at, (ulong)(bytes.Length - at), (ulong)length);
        }

        content = bytes.Slice(at, length);
        at += length;
        return true;
    }

    private static string Text(ReadOnlySpan<byte> bytes, string field, int at, ref List<Fault>? faults)
    {
        if (!Utf8.IsValid(bytes))
        {
            Note(ref faults, field, at, 0, 0);
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static bool Stop(ref List<Fault>? faults, string field, int at, ulong found, ulong expected)
    {
        Note(ref faults, field, at, found, expected);
        return false;
    }

    private static void Note(ref List<Fault>? faults, string field, int at, ulong found, ulong expected) =>
        (faults ??= []).Add(new Fault(field, at, found, expected));
}
