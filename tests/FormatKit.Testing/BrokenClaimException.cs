namespace FormatKit.Testing;

/// <summary>
/// Says within a law what is wrong with a field; <see cref="Law"/> adds the law, the example and the seed.
/// </summary>
internal sealed class BrokenClaimException : Exception
{
    /// <summary>A claim about something that has no place of its own.</summary>
    public BrokenClaimException(string field, string claim)
        : base($"{field}: {claim}")
    {
    }

    /// <summary>A claim about bytes, which the picture of the example marks.</summary>
    public BrokenClaimException(string field, int offset, int width, string claim)
        : base($"{field} at byte {offset}: {claim}") => Place = (field, offset, width);

    /// <summary>The field's path, where it starts in the example, and how many bytes it has.</summary>
    public (string Field, int Offset, int Width)? Place { get; }
}
