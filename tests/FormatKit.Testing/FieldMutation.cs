namespace FormatKit.Testing;

/// <summary>A hostile value for one field: what to write where.</summary>
/// <param name="Path">The path of the field from the outermost layout.</param>
/// <param name="What">What the value is, such as <c>max - 1</c>.</param>
/// <param name="Offset">Where to write, in bytes from the start of the outermost layout.</param>
/// <param name="Bytes">What to write.</param>
public sealed record FieldMutation(string Path, string What, int Offset, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Writes the value into the bytes of the outermost layout.</summary>
    /// <exception cref="ArgumentException">The bytes end before the field does.</exception>
    public void Apply(Span<byte> outermost) => Bytes.Span.CopyTo(outermost[Offset..]);

    /// <inheritdoc/>
    public override string ToString() => $"{Path} at byte {Offset}: {What}";
}
