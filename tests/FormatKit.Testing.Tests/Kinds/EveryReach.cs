namespace FormatKit.Testing.Tests.Kinds;

/// <summary>What reaches from a layout into others, and from one field to the next.</summary>
[BinaryLayout(42, ByteOrder.LittleEndian)]
public partial struct EveryReach
{
    /// <summary>Over all that stands here, the layouts within among it.</summary>
    [Checksum<Crc32C>] public partial uint Whole { readonly get; set; }

    /// <summary>Over another region than that of the layout within.</summary>
    [Checksum<Sum16>(External = "map")] public partial ushort Map { readonly get; set; }

    /// <summary>A layout whose region is reached.</summary>
    public partial SummedOutside First { readonly get; set; }

    /// <summary>A layout whose region is not reached, since there is one of that name.</summary>
    public partial SummedOutside Second { readonly get; set; }

    /// <summary>Layouts that files in the wild may break.</summary>
    [Strict, FixedCount(1)] public readonly partial ReadOnlySpan<SummedPart> Parts { get; }

    /// <summary>The last of a chain of constants.</summary>
    [When(nameof(Middle), 2), Constant(3)] public partial byte Last { readonly get; set; }

    /// <summary>The middle of a chain of constants.</summary>
    [When(nameof(Start), 1), Constant(2)] public partial byte Middle { readonly get; set; }

    /// <summary>The start of a chain of constants.</summary>
    [Constant(1)] public partial byte Start { readonly get; set; }

    /// <summary>A place in blocks.</summary>
    [Position(Unit.Blocks, Length = nameof(Count)), NullValue(0)] public partial ulong Place { readonly get; set; }

    /// <summary>A number of blocks.</summary>
    [Measure(Unit.Blocks)] public partial uint Count { readonly get; set; }

    /// <summary>Is left out of nothing.</summary>
    public partial byte Rest { readonly get; set; }
}
