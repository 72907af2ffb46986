namespace FormatKit.Testing.Tests.Canaries;

/// <summary>What a <see cref="StructureCanary{TBug}"/> has as an overlay.</summary>
[BinaryLayout(2, ByteOrder.BigEndian)]
internal partial struct CanaryMark
{
    [Constant(7)] public partial byte Mark { readonly get; set; }

    public partial byte Rest { readonly get; set; }
}
