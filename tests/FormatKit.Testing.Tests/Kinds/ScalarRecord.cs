namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A record of numbers, truths and times in the forms that most formats do without.</summary>
[BinaryRecord(ByteOrder.LittleEndian)]
public sealed partial class ScalarRecord
{
    /// <summary>24 bits with a sign.</summary>
    [Width(3)] public int Narrow { get; set; }

    /// <summary>Whether the note is there.</summary>
    public bool HasNote { get; set; }

    /// <summary>128 bits, big endian.</summary>
    [Endian(ByteOrder.BigEndian)] public UInt128 Wide { get; set; }

    /// <summary>128 bits with a sign.</summary>
    public Int128 SignedWide { get; set; }

    /// <summary>A number with a fraction, of four bytes, big endian.</summary>
    [Endian(ByteOrder.BigEndian)] public float Single { get; set; }

    /// <summary>A number with a fraction, of eight bytes.</summary>
    public double Double { get; set; }

    /// <summary>A time as Windows has it.</summary>
    [Timestamp("1601-01-01", TimeUnit.HundredNanoseconds)] public DateTimeOffset FileTime { get; set; }

    /// <summary>Milliseconds in six bytes, big endian.</summary>
    [Timestamp("1970-01-01", TimeUnit.Milliseconds, Width = 6), Endian(ByteOrder.BigEndian)]
    public DateTimeOffset Millis { get; set; }

    /// <summary>Seconds in four bytes.</summary>
    [Timestamp("2000-01-01")] public DateTimeOffset Seconds { get; set; }

    /// <summary>Numbers with fractions.</summary>
    [Prefixed(1)] public float[] Singles { get; set; } = [];

    /// <summary>A text that is there now and then.</summary>
    [When(nameof(HasNote)), Text(5, TextEncoding.Utf8, Padding = TextPadding.Space)] public string? Note { get; set; }

    /// <summary>A layout whose bytes may break rules.</summary>
    public EveryScalar Scalars { get; set; }

    /// <summary>Bytes that are not copied.</summary>
    [Prefixed(1)] public ReadOnlyMemory<byte> Memory { get; set; }

    /// <summary>Reserved bytes that are not copied.</summary>
    [Reserved(2, ReservedPolicy.ZeroOnWrite)] public ReadOnlyMemory<byte> Cleared { get; set; }
}
