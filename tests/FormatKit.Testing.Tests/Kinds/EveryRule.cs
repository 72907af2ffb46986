namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A layout of every rule about values, and of conditions on them.</summary>
[BinaryLayout(42, ByteOrder.BigEndian)]
public partial struct EveryRule
{
    /// <summary>A range of unsigned numbers.</summary>
    [Range(1, 3)] public partial ushort Version { readonly get; set; }

    /// <summary>A range on both sides of zero.</summary>
    [Range(-5, 5)] public partial short Balance { readonly get; set; }

    /// <summary>A range over half of all numbers.</summary>
    [Range(1UL << 63, ulong.MaxValue)] public partial ulong High { readonly get; set; }

    /// <summary>A power of two within a range.</summary>
    [PowerOfTwo, Range(8, 4096), Endian(ByteOrder.LittleEndian)] public partial uint Grain { readonly get; set; }

    /// <summary>One of a few.</summary>
    [OneOf(512, 4096)] public partial uint Sector { readonly get; set; }

    /// <summary>Flags at both ends, one of them required.</summary>
    [FlagPolicy(UnknownValues.Reject, Required = 1)] public partial Marks Marks { readonly get; set; }

    /// <summary>Counts from a version on.</summary>
    [Constant(7), Since(nameof(Version), 2)] public partial ushort Later { readonly get; set; }

    /// <summary>Counts with a flag.</summary>
    [Range(1, 9), WhenFlag(nameof(Marks), Marks.Last)] public partial ushort Flagged { readonly get; set; }

    /// <summary>Counts when a computed property says so.</summary>
    [Constant(0x0102_0304), When(nameof(IsLarge))] public partial uint Large { readonly get; set; }

    /// <summary>Bounded by a rule in C#.</summary>
    public partial uint Used { readonly get; set; }

    /// <summary>An enum with a sign, below zero only.</summary>
    [Range(-4, -2)] public partial Slump Slump { readonly get; set; }

    /// <summary>Whether sectors are large ones.</summary>
    public readonly bool IsLarge => Sector == 4096;

    [Rule("what is used fits into a grain", Field = nameof(Used))]
    private static bool Fits(in EveryRule value) => value.Used <= value.Grain;
}
