using System.Buffers.Binary;
using System.Numerics;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>What one writes by hand for the header of a dynamic VHD.</summary>
internal static class HandWrittenHeader
{
    internal const int Locators = 8;

    private const int Length = 1024;
    private const ulong Cookie = 0x6378_7370_6172_7365;
    private const uint Version = 0x0001_0000;

    internal static ulong TableOffset(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt64BigEndian(header[16..]);

    internal static uint Entries(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32BigEndian(header[28..]);

    internal static uint BlockSize(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32BigEndian(header[32..]);

    internal static ReadOnlySpan<byte> Locator(ReadOnlySpan<byte> header, int index) =>
        header.Slice(576 + (index * 24), 24);

    internal static uint LocatorCode(ReadOnlySpan<byte> locator) => BinaryPrimitives.ReadUInt32BigEndian(locator);

    internal static ulong LocatorOffset(ReadOnlySpan<byte> locator) =>
        BinaryPrimitives.ReadUInt64BigEndian(locator[16..]);

    /// <summary>Cookie, version, block size and checksum, with the library's vectorised checksum.</summary>
    internal static bool IsValid(ReadOnlySpan<byte> header) =>
        HasRightFields(header) && BinaryPrimitives.ReadUInt32BigEndian(header[36..]) == Checksum(header);

    /// <summary>The same with a loop over bytes, as most code has it.</summary>
    internal static bool IsValidByteByByte(ReadOnlySpan<byte> header) =>
        HasRightFields(header)
        && BinaryPrimitives.ReadUInt32BigEndian(header[36..]) == PlainChecksum.Of(header[..Length], 36);

    internal static void Seal(Span<byte> header)
    {
        BinaryPrimitives.WriteUInt64BigEndian(header, Cookie);
        BinaryPrimitives.WriteUInt32BigEndian(header[24..], Version);
        BinaryPrimitives.WriteUInt32BigEndian(header[36..], Checksum(header));
    }

    private static bool HasRightFields(ReadOnlySpan<byte> header) =>
        header.Length >= Length
        && BinaryPrimitives.ReadUInt64BigEndian(header) == Cookie
        && BinaryPrimitives.ReadUInt32BigEndian(header[24..]) == Version
        && BlockSize(header) is var size and >= 512 && BitOperations.IsPow2(size);

    private static uint Checksum(ReadOnlySpan<byte> header)
    {
        var sum = OnesComplementByteSum32.Append(0, header[..36]);
        return OnesComplementByteSum32.Finish(OnesComplementByteSum32.Append(sum, header[40..Length]));
    }
}
