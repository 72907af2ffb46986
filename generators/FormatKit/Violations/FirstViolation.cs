namespace FormatKit;

/// <summary>Keeps the first violation and counts them all, without allocating.</summary>
public struct FirstViolation : IViolationSink
{
    /// <summary>How many violations there were.</summary>
    public int Count { get; private set; }

    /// <summary>The first one; meaningful when <see cref="Count"/> is not 0.</summary>
    public Violation First { get; private set; }

    /// <inheritdoc/>
    public void Add(in Violation violation)
    {
        if (Count++ == 0)
        {
            First = violation;
        }
    }
}
