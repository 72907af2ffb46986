namespace FormatKit.Testing;

/// <summary>A law of a declaration that can be tried by itself.</summary>
/// <param name="Name">What the law claims.</param>
/// <param name="Try">Tries it with a seed; throws a <see cref="LawException"/> where it does not hold.</param>
public sealed record FormatLaw(string Name, Func<ulong?, LawResult> Try)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
