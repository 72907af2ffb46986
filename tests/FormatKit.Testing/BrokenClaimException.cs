namespace FormatKit.Testing;

/// <summary>
/// Says within a law what is wrong with a field; <see cref="Law"/> adds the law, the example and the seed.
/// </summary>
internal sealed class BrokenClaimException(string field, string claim) : Exception($"{field}: {claim}");
