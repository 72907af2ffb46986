using System.Globalization;
using System.Runtime.CompilerServices;

namespace FormatKit;

/// <summary>Counts of a unit since an epoch, which is given in UTC ticks, as times and back.</summary>
internal static class TimeScale
{
    /// <summary>The greatest count that is still a time of the calendar, which ends with the year 9999.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Greatest(long epoch, TimeUnit unit) =>
        (ulong)(DateTime.MaxValue.Ticks - epoch) / (ulong)TicksOf(unit);

    /// <summary>The time of a count; the end of the calendar for those beyond it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DateTimeOffset ToTime(ulong count, long epoch, TimeUnit unit) =>
        count > Greatest(epoch, unit)
            ? DateTimeOffset.MaxValue
            : new DateTimeOffset(epoch + ((long)count * TicksOf(unit)), TimeSpan.Zero);

    /// <summary>The whole units between the epoch and a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are negative or above the greatest count of the field.
    /// </exception>
    public static ulong ToCount(DateTimeOffset time, long epoch, TimeUnit unit, ulong greatest, string field)
    {
        var ticks = time.UtcTicks - epoch;
        if (ticks < 0 || (ulong)(ticks / TicksOf(unit)) > greatest)
        {
            throw new ArgumentOutOfRangeException(field, time, string.Create(
                CultureInfo.InvariantCulture,
                $"{field} holds times from {ToTime(0, epoch, unit):u} to {ToTime(greatest, epoch, unit):u}."));
        }

        return (ulong)(ticks / TicksOf(unit));
    }

    /// <summary>A count in words: the time to the precision of the unit, in UTC.</summary>
    public static string Describe(ulong count, long epoch, TimeUnit unit)
    {
        var fraction = unit switch
        {
            TimeUnit.Seconds => "",
            TimeUnit.Milliseconds => ".fff",
            _ => ".fffffff",
        };
        return count > Greatest(epoch, unit)
            ? string.Create(CultureInfo.InvariantCulture, $"{count} (beyond the year 9999)")
            : ToTime(count, epoch, unit)
                .ToString($"yyyy-MM-dd HH:mm:ss{fraction}Z", CultureInfo.InvariantCulture);
    }

    private static long TicksOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => TimeSpan.TicksPerSecond,
        TimeUnit.Milliseconds => TimeSpan.TicksPerMillisecond,
        _ => 1,
    };
}
