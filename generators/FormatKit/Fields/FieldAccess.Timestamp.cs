using System.Globalization;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>Reads the time that lies so many seconds after the epoch, which is given in UTC ticks.</summary>
    public static DateTimeOffset ReadBigEndianTimestamp<TLayout>(ref readonly TLayout layout, int offset, long epoch)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        ToTimestamp(ReadBigEndian<TLayout, uint>(in layout, offset), epoch);

    /// <summary>Reads the time that lies so many seconds after the epoch, which is given in UTC ticks.</summary>
    public static DateTimeOffset ReadLittleEndianTimestamp<TLayout>(ref readonly TLayout layout, int offset, long epoch)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        ToTimestamp(ReadLittleEndian<TLayout, uint>(in layout, offset), epoch);

    /// <summary>Writes the whole seconds between the epoch and a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not within the field's 32 bits.</exception>
    public static void WriteBigEndianTimestamp<TLayout>(
        ref TLayout layout, int offset, long epoch, DateTimeOffset time, string field)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        WriteBigEndian(ref layout, offset, FromTimestamp(time, epoch, field));

    /// <summary>Writes the whole seconds between the epoch and a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not within the field's 32 bits.</exception>
    public static void WriteLittleEndianTimestamp<TLayout>(
        ref TLayout layout, int offset, long epoch, DateTimeOffset time, string field)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        WriteLittleEndian(ref layout, offset, FromTimestamp(time, epoch, field));

    private static DateTimeOffset ToTimestamp(uint seconds, long epoch) =>
        new(epoch + (seconds * TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private static uint FromTimestamp(DateTimeOffset time, long epoch, string field)
    {
        var ticks = time.UtcTicks - epoch;
        if (ticks < 0 || ticks / TimeSpan.TicksPerSecond > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(field, time, string.Create(
                CultureInfo.InvariantCulture,
                $"{field} holds times from {ToTimestamp(0, epoch):u} to {ToTimestamp(uint.MaxValue, epoch):u}."));
        }

        return (uint)(ticks / TimeSpan.TicksPerSecond);
    }
}
