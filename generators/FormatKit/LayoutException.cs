namespace FormatKit;

/// <summary>Bytes are not what their layout says: too few, or with broken rules.</summary>
public sealed class LayoutException : FormatException
{
    /// <summary>An exception with a message of its own and no violations.</summary>
    public LayoutException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that carries violations and names each in its message.</summary>
    public LayoutException(IReadOnlyList<Violation> violations)
        : base(string.Join("; ", violations)) => Violations = violations;

    /// <summary>The broken rules; empty when there were too few bytes.</summary>
    public IReadOnlyList<Violation> Violations { get; } = [];
}
