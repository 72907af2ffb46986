namespace FormatKit.Testing.Tests.Kinds;

/// <summary>Two parts, one after the other.</summary>
[BinaryLayout(16, ByteOrder.LittleEndian)]
public partial struct Pair
{
    /// <summary>The first.</summary>
    [Offset(0)] public partial SummedPart First { readonly get; set; }

    /// <summary>The second.</summary>
    [Offset(8)] public partial SummedPart Second { readonly get; set; }
}
