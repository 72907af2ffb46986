using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>
    /// Reads the time that lies so many units after the epoch, which is given in UTC ticks; beyond the calendar it is
    /// the calendar's end.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DateTimeOffset ReadTimestamp<TLayout>(
        ref readonly TLayout layout, int offset, int width, ByteOrder order, long epoch, TimeUnit unit)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        TimeScale.ToTime(ReadUnsigned(in layout, offset, width, order), epoch, unit);

    /// <summary>Writes the whole units between the epoch and a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The field does not hold the time; the bytes are as they were.
    /// </exception>
    public static void WriteTimestamp<TLayout>(
        ref TLayout layout,
        int offset,
        int width,
        ByteOrder order,
        long epoch,
        TimeUnit unit,
        DateTimeOffset time,
        string field)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        var greatest = ulong.MaxValue >> (64 - (8 * width));
        WriteLow(ref layout, offset, width, order, TimeScale.ToCount(time, epoch, unit, greatest, field));
    }
}
