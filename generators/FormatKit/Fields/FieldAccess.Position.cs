using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>A position or measure in bytes.</summary>
    /// <exception cref="OverflowException">There are more bytes than 64 bits count.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ToBytes(ulong count, Unit unit, string field)
    {
        var bytes = Math.BigMul(count, Units.BytesOf(unit), out var low);
        return bytes == 0 ? low : throw TooManyBytes(count, unit, field);
    }

    /// <summary>A position or measure in blocks, in bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A block has no bytes.</exception>
    /// <exception cref="OverflowException">There are more bytes than 64 bits count.</exception>
    public static ulong ToBytes(ulong count, int blockSize, string field)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockSize);
        return Math.BigMul(count, (ulong)blockSize, out var low) == 0
            ? low
            : throw new OverflowException(
                $"{field} is {count} of {blockSize} bytes: more bytes than 64 bits count ({Unit.Blocks}).");
    }

    private static OverflowException TooManyBytes(ulong count, Unit unit, string field) =>
        new($"{field} is {count} of {Units.BytesOf(unit)} bytes: more bytes than 64 bits count ({unit}).");
}
