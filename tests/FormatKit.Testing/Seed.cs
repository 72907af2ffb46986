namespace FormatKit.Testing;

/// <summary>An input to start a fuzzer from.</summary>
/// <param name="Name">
/// What it is, as the name of a file: <c>valid-</c>, <c>wrong-</c> or <c>short-</c>, then the field and its value.
/// </param>
/// <param name="Bytes">The input.</param>
public sealed record Seed(string Name, byte[] Bytes);
