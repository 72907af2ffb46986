using System.Buffers.Binary;
using System.Numerics;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>What one writes by hand for the header of a hosted sparse VMDK.</summary>
internal static class HandWrittenSparse
{
    private const int Length = 512;
    private const uint Magic = 0x564D_444B;
    private const uint NewLineFlag = 1;
    private const uint KnownFlags = 0x0003_0007;
    private const uint NewLines = 0x0A0D_200A;

    internal static uint Flags(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);

    internal static ulong Capacity(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt64LittleEndian(header[12..]);

    internal static ulong GrainSize(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt64LittleEndian(header[20..]);

    internal static uint Entries(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[44..]);

    internal static ulong Directory(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt64LittleEndian(header[56..]);

    internal static bool IsValid(ReadOnlySpan<byte> header) =>
        header.Length >= Length
        && BinaryPrimitives.ReadUInt32LittleEndian(header) == Magic
        && BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) is >= 1 and <= 3
        && (Flags(header) & ~KnownFlags) == 0
        && BitOperations.IsPow2(GrainSize(header))
        && ((Flags(header) & NewLineFlag) == 0 || BinaryPrimitives.ReadUInt32LittleEndian(header[73..]) == NewLines)
        && BinaryPrimitives.ReadUInt16LittleEndian(header[77..]) is 0 or 1;

    internal static void Seal(Span<byte> header)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        if ((Flags(header) & NewLineFlag) != 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header[73..], NewLines);
        }
    }
}
