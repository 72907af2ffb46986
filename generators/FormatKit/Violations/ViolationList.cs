using System.Collections;

namespace FormatKit;

/// <summary>Keeps every violation.</summary>
public sealed class ViolationList : IViolationSink, IReadOnlyList<Violation>
{
    private readonly List<Violation> _violations = [];

    /// <inheritdoc/>
    public int Count => _violations.Count;

    /// <inheritdoc/>
    public Violation this[int index] => _violations[index];

    /// <inheritdoc/>
    public void Add(in Violation violation) => _violations.Add(violation);

    /// <inheritdoc/>
    public IEnumerator<Violation> GetEnumerator() => _violations.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
