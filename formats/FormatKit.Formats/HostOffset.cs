namespace FormatKit.Formats;

/// <summary>
/// Where something is in an image file, in bytes. Not a place in the disk that a guest sees: see
/// <see cref="GuestOffset"/>.
/// </summary>
/// <param name="Value">Bytes from the start of the file.</param>
public readonly record struct HostOffset(long Value) : IComparable<HostOffset>
{
    /// <summary>Moves on by a number of bytes.</summary>
    /// <exception cref="OverflowException">The result does not fit 63 bits.</exception>
    public static HostOffset operator +(HostOffset offset, long bytes) => new(checked(offset.Value + bytes));

    /// <summary>The bytes between two places.</summary>
    public static long operator -(HostOffset left, HostOffset right) => left.Value - right.Value;

    /// <summary>Whether the left one comes first.</summary>
    public static bool operator <(HostOffset left, HostOffset right) => left.Value < right.Value;

    /// <summary>Whether the left one comes last.</summary>
    public static bool operator >(HostOffset left, HostOffset right) => left.Value > right.Value;

    /// <summary>Whether the left one does not come last.</summary>
    public static bool operator <=(HostOffset left, HostOffset right) => left.Value <= right.Value;

    /// <summary>Whether the left one does not come first.</summary>
    public static bool operator >=(HostOffset left, HostOffset right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(HostOffset other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"byte {Value}";
}
