namespace FormatKit.Testing;

/// <summary>The bytes of a record without violations, and the decisions that they were drawn from.</summary>
internal sealed record RecordCase(byte[] Bytes, int[] Choices, int Salt)
{
    public override string ToString() => $"{BytePicture.Of(Bytes)}; salt {Salt}";
}
