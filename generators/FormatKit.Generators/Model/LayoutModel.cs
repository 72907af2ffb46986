namespace FormatKit.Generators.Model;

/// <summary>A correct declaration: everything the emitter prints, with every choice made.</summary>
/// <param name="Type">The struct and where it stands.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="Order">The byte order of integers that do not say their own: a member of <c>ByteOrder</c>.</param>
/// <param name="Spec">The specification and clause.</param>
/// <param name="Doc">What the user says about the struct.</param>
/// <param name="HasToString">Whether the user wrote <c>ToString</c>.</param>
/// <param name="Fields">The fields in disk order.</param>
internal sealed record LayoutModel(
    TypeModel Type,
    int Size,
    string Order,
    string? Spec,
    DocModel Doc,
    bool HasToString,
    EquatableArray<FieldModel> Fields)
{
    /// <summary>The fields with one legal value in the order in which they are sealed.</summary>
    public EquatableArray<int> FillOrder { get; init; }

    /// <summary>The checksum fields in the order in which they are sealed: one after those that it covers.</summary>
    public EquatableArray<int> SealOrder { get; init; }

    /// <summary>Where other copies stand, in words.</summary>
    public string? Replica { get; init; }

    /// <summary>The names of the regions outside that checksums cover.</summary>
    public EquatableArray<string> Externals { get; init; }

    /// <summary>The rules in C#, in order of declaration.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>Whether the user says how a debugger shows the struct.</summary>
    public bool HasDebuggerDisplay { get; init; }
}
