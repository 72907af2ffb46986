namespace FormatKit;

/// <summary>
/// The layout is stored twice or more, so that one copy can rescue another: <c>Replica</c> compares them, tells
/// the whole one and repairs.
/// </summary>
/// <param name="place">Where the other copies stand, in words: "the last sector of the disk".</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class ReplicaAttribute(string place) : Attribute
{
    /// <summary>Where the other copies stand.</summary>
    public string Place { get; } = place;
}
