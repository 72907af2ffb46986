namespace FormatKit;

/// <summary>Bytes are not what their record says: missing, unreadable, or with broken rules.</summary>
public sealed class RecordException : FormatException
{
    /// <summary>An exception that carries violations and names each in its message.</summary>
    public RecordException(IReadOnlyList<RecordViolation> violations)
        : base(string.Join("; ", violations)) => Violations = violations;

    /// <summary>What is wrong; where reading stopped, the last one is why.</summary>
    public IReadOnlyList<RecordViolation> Violations { get; }
}
