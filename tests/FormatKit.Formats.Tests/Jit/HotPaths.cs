using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Jit;

/// <summary>
/// Code over generated accessors, and beside each what one writes by hand: the length is looked at once, and offsets
/// and byte orders stand in each place. Compiled in a process of their own, whose compiler lists them.
/// </summary>
internal static partial class HotPaths
{
    private const int FooterLength = 512;
    private const int HeaderLength = 1024;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ulong ReadGenerated(ReadOnlySpan<byte> bytes)
    {
        ref readonly var footer = ref VhdFooter.View(bytes);
        return footer.DataOffset + footer.CurrentSize + footer.OriginalSize + footer.Checksum
            + footer.Geometry.Cylinders + footer.Geometry.Heads + (uint)footer.DiskType;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ulong ReadByHand(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FooterLength)
        {
            ThrowTooShort();
        }

        return BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]) + BinaryPrimitives.ReadUInt64BigEndian(bytes[48..])
            + BinaryPrimitives.ReadUInt64BigEndian(bytes[40..]) + BinaryPrimitives.ReadUInt32BigEndian(bytes[64..])
            + BinaryPrimitives.ReadUInt16BigEndian(bytes[56..]) + bytes[58]
            + BinaryPrimitives.ReadUInt32BigEndian(bytes[60..]);
    }

    /// <summary>The same without the first look at the length: each field checks for itself.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ulong ReadCarelessly(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]) + BinaryPrimitives.ReadUInt64BigEndian(bytes[48..])
        + BinaryPrimitives.ReadUInt64BigEndian(bytes[40..]) + BinaryPrimitives.ReadUInt32BigEndian(bytes[64..])
        + BinaryPrimitives.ReadUInt16BigEndian(bytes[56..]) + bytes[58]
        + BinaryPrimitives.ReadUInt32BigEndian(bytes[60..]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void EditGenerated(Span<byte> bytes, ulong table, uint entries)
    {
        ref var header = ref VhdDynamicHeader.Edit(bytes);
        header.TableOffset = table;
        header.MaxTableEntries = entries;
        header.BlockSize = 1 << 21;
        header.Checksum = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void EditByHand(Span<byte> bytes, ulong table, uint entries)
    {
        if (bytes.Length < HeaderLength)
        {
            ThrowTooShort();
        }

        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], table);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[28..], entries);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[32..], 1 << 21);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[36..], 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void EditCarelessly(Span<byte> bytes, ulong table, uint entries)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], table);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[28..], entries);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[32..], 1 << 21);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[36..], 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ulong WalkGenerated(ReadOnlySpan<byte> bytes)
    {
        var sum = 0UL;
        foreach (ref readonly var locator in VhdDynamicHeader.View(bytes).ParentLocators)
        {
            sum += locator.DataOffset + locator.DataSpace;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ulong WalkByHand(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
        {
            ThrowTooShort();
        }

        var sum = 0UL;
        for (var locator = 576; locator < 768; locator += 24)
        {
            sum += BinaryPrimitives.ReadUInt64BigEndian(bytes[(locator + 16)..])
                + BinaryPrimitives.ReadUInt32BigEndian(bytes[(locator + 4)..]);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ulong WalkCarelessly(ReadOnlySpan<byte> bytes)
    {
        var sum = 0UL;
        for (var index = 0; index < 8; index++)
        {
            var locator = bytes.Slice(576 + (index * 24), 24);
            sum += BinaryPrimitives.ReadUInt64BigEndian(locator[16..])
                + BinaryPrimitives.ReadUInt32BigEndian(locator[4..]);
        }

        return sum;
    }

    private static void ThrowTooShort() => throw new ArgumentException("There are too few bytes.");
}
