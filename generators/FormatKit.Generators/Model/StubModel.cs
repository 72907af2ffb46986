namespace FormatKit.Generators.Model;

/// <summary>What is emitted for a wrong declaration: members that compile and do nothing, so that the compiler's list
/// holds our diagnostic and not its consequences, here or where the layout is used.</summary>
internal sealed record StubModel(TypeModel Type, EquatableArray<PropertyModel> Properties)
{
    /// <summary>The fields that have an offset, as code.</summary>
    public EquatableArray<string> Offsets { get; init; }

    /// <summary>The null values.</summary>
    public EquatableArray<StubMember> Constants { get; init; }

    /// <summary>What is seen of a field in another way: nullable, in bytes, as bytes.</summary>
    public EquatableArray<StubMember> Views { get; init; }

    /// <summary>What edits a field in place.</summary>
    public EquatableArray<StubMember> Edits { get; init; }

    /// <summary>The layouts that rules look at as well, as code.</summary>
    public EquatableArray<string> Others { get; init; }

    /// <summary>The regions outside.</summary>
    public EquatableArray<string> Externals { get; init; }

    /// <summary>Whether nothing of the user's stands where the methods from bytes would.</summary>
    public bool HasOperations { get; init; }

    /// <summary>Whether nothing of the user's stands where the equality would.</summary>
    public bool HasEquality { get; init; }
}

/// <summary>A member without a body.</summary>
/// <param name="Access">The accessibility of the field, followed by a space.</param>
/// <param name="Type">Its type, as code from anywhere.</param>
/// <param name="Name">Its name.</param>
internal sealed record StubMember(string Access, string Type, string Name);
