namespace FormatKit.Formats;

/// <summary>
/// Where something is in the disk that a guest sees, in bytes. Not a place in any file: see <see cref="HostOffset"/>.
/// </summary>
/// <param name="Value">Bytes from the start of the disk.</param>
public readonly record struct GuestOffset(long Value) : IComparable<GuestOffset>
{
    /// <summary>Moves on by a number of bytes.</summary>
    /// <exception cref="OverflowException">The result does not fit 63 bits.</exception>
    public static GuestOffset operator +(GuestOffset offset, long bytes) => new(checked(offset.Value + bytes));

    /// <summary>The bytes between two places.</summary>
    public static long operator -(GuestOffset left, GuestOffset right) => left.Value - right.Value;

    /// <summary>Whether the left one comes first.</summary>
    public static bool operator <(GuestOffset left, GuestOffset right) => left.Value < right.Value;

    /// <summary>Whether the left one comes last.</summary>
    public static bool operator >(GuestOffset left, GuestOffset right) => left.Value > right.Value;

    /// <summary>Whether the left one does not come last.</summary>
    public static bool operator <=(GuestOffset left, GuestOffset right) => left.Value <= right.Value;

    /// <summary>Whether the left one does not come first.</summary>
    public static bool operator >=(GuestOffset left, GuestOffset right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(GuestOffset other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"guest byte {Value}";
}
