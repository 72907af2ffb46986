using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Jit;

internal static partial class HotPaths
{
    /// <summary>What is generated is too large to stand in its callers, and so is listed by itself.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int ValidateGenerated(ReadOnlySpan<byte> bytes, ref LastViolation sink) =>
        Layout.Validate(in Vmdk4Header.View(bytes), ref sink);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int ValidateByHand(ReadOnlySpan<byte> bytes, ref LastReport sink)
    {
        if (bytes.Length < FooterLength)
        {
            ThrowTooShort();
        }

        var broken = 0;
        var magic = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        broken += magic == 0x4B444D56 ? 0 : Report(1, 0, magic, 0x4B444D56, ref sink);
        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        broken += version is >= 1 and <= 3 ? 0 : Report(5, 1, version, 0, ref sink);
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        broken += (flags & ~0x30007u) == 0 ? 0 : Report(9, 2, flags, 0x30007, ref sink);
        var grain = BinaryPrimitives.ReadUInt64LittleEndian(bytes[20..]);
        broken += BitOperations.IsPow2(grain) ? 0 : Report(6, 4, grain, 0, ref sink);
        if ((flags & 1) != 0)
        {
            var ends = BinaryPrimitives.ReadUInt32BigEndian(bytes[73..]);
            broken += ends == 0x0A200D0A ? 0 : Report(1, 12, ends, 0x0A200D0A, ref sink);
        }

        var compression = BinaryPrimitives.ReadUInt16LittleEndian(bytes[77..]);
        broken += compression <= 1 ? 0 : Report(4, 13, compression, 0, ref sink);
        return broken;
    }

    /// <summary>The same without the first look at the length.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int ValidateCarelessly(ReadOnlySpan<byte> bytes, ref LastReport sink)
    {
        var broken = 0;
        var magic = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        broken += magic == 0x4B444D56 ? 0 : Report(1, 0, magic, 0x4B444D56, ref sink);
        var version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        broken += version is >= 1 and <= 3 ? 0 : Report(5, 1, version, 0, ref sink);
        var grain = BinaryPrimitives.ReadUInt64LittleEndian(bytes[20..]);
        broken += BitOperations.IsPow2(grain) ? 0 : Report(6, 4, grain, 0, ref sink);
        return broken;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Report(int kind, int field, ulong found, ulong expected, ref LastReport sink)
    {
        sink = new LastReport(kind, field, found, expected);
        return 1;
    }

    internal readonly record struct LastReport(int Kind, int Field, ulong Found, ulong Expected);

    /// <summary>Keeps the last violation.</summary>
    internal struct LastViolation : IViolationSink
    {
        public Violation Violation;

        public void Add(in Violation violation) => Violation = violation;
    }
}
