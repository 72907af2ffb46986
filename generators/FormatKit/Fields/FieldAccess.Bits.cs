using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>Bits of an integer as a number.</summary>
    /// <param name="all">The integer.</param>
    /// <param name="shift">The lowest bit.</param>
    /// <param name="count">How many bits, from 1 to 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadBits(ulong all, int shift, int count) => (all >> shift) & (ulong.MaxValue >> (64 - count));

    /// <summary>An integer with other bits in one place.</summary>
    /// <param name="all">The integer.</param>
    /// <param name="shift">The lowest bit.</param>
    /// <param name="count">How many bits, from 1 to 64.</param>
    /// <param name="value">The number that they become.</param>
    /// <param name="name">What the bits are called.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number has more bits.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WithBits(ulong all, int shift, int count, ulong value, string name)
    {
        var greatest = ulong.MaxValue >> (64 - count);
        if (value > greatest)
        {
            ThrowTooWide(count, value, name);
        }

        return (all & ~(greatest << shift)) | (value << shift);
    }

    [DoesNotReturn]
    private static void ThrowTooWide(int count, ulong value, string name) =>
        throw new ArgumentOutOfRangeException(
            name, value, $"{name} has {count} bits and holds at most {ulong.MaxValue >> (64 - count)}.");
}
