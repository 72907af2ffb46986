namespace FormatKit.Testing;

/// <summary>The bytes that a law starts from, and a number from which it draws whatever else it needs.</summary>
internal sealed record LawCase(byte[] Bytes, int Salt)
{
    public byte[] Copy() => [.. Bytes];

    public byte[] Complement() => Array.ConvertAll(Bytes, b => (byte)~b);

    public override string ToString() => $"{BytePicture.Of(Bytes)}; salt {Salt}";
}
