namespace FormatKit;

/// <summary>Bits of an integer field that have a name of their own, as data.</summary>
public sealed partial class BitRangeInfo
{
    /// <summary>The name of the property.</summary>
    public required string Name { get; init; }

    /// <summary>The lowest bit, counted from the least significant one of the integer, whatever order was declared.
    /// </summary>
    public required int Shift { get; init; }

    /// <summary>How many bits.</summary>
    public required int Count { get; init; }

    /// <summary>The order that the declaration counts bits in.</summary>
    public BitOrder Order { get; init; }

    /// <summary>The summary of the documentation, as plain text.</summary>
    public string? Doc { get; init; }

    /// <summary>The clause that defines the bits.</summary>
    public string? Spec { get; init; }

    /// <summary>Whether the property is a <see cref="bool"/>.</summary>
    public bool IsBool { get; init; }

    /// <summary>The names of an enum's values.</summary>
    public IReadOnlyList<NamedValue> EnumNames { get; init; } = [];

    /// <summary>The accessor's getter.</summary>
    public required FieldGetter Get { get; init; }

    /// <summary>The accessor's setter.</summary>
    public required FieldSetter Set { get; init; }

    /// <summary>The bits in place: all ones where they stand.</summary>
    public ulong Mask => (ulong.MaxValue >> (64 - Count)) << Shift;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}, {Count} bits from bit {Shift}";
}
