using BinarySerialization;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>The footer as BinarySerializer is told of it. Big endian is said to the serializer.</summary>
public sealed class PeerFooter
{
    [FieldOrder(0)] public ulong Cookie { get; set; }

    [FieldOrder(1)] public uint Features { get; set; }

    [FieldOrder(2)] public uint Version { get; set; }

    [FieldOrder(3)] public ulong DataOffset { get; set; }

    [FieldOrder(4)] public uint CreatedAt { get; set; }

    [FieldOrder(5)] public uint CreatorApplication { get; set; }

    [FieldOrder(6)] public uint CreatorVersion { get; set; }

    [FieldOrder(7)] public uint CreatorHost { get; set; }

    [FieldOrder(8)] public ulong OriginalSize { get; set; }

    [FieldOrder(9)] public ulong CurrentSize { get; set; }

    [FieldOrder(10)] public ushort Cylinders { get; set; }

    [FieldOrder(11)] public byte Heads { get; set; }

    [FieldOrder(12)] public byte SectorsPerTrack { get; set; }

    [FieldOrder(13)] public uint DiskType { get; set; }

    [FieldOrder(14)] public uint Checksum { get; set; }

    [FieldOrder(15), FieldLength(16)] public byte[] UniqueId { get; set; } = [];

    [FieldOrder(16)] public byte SavedState { get; set; }

    [FieldOrder(17), FieldLength(427)] public byte[] Reserved { get; set; } = [];
}
