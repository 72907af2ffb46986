namespace FormatKit.Generators.Model;

/// <summary>What the user says about a declaration.</summary>
/// <param name="Summary">The content of <c>summary</c> as XML.</param>
/// <param name="Remarks">The content of <c>remarks</c> as XML.</param>
/// <param name="Others">The other elements as XML.</param>
/// <param name="Text">The summary as plain text.</param>
internal sealed record DocModel(string? Summary, string? Remarks, string? Others, string? Text)
{
    public static readonly DocModel None = new(null, null, null, null);
}
