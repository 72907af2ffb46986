namespace FormatKit;

/// <summary>A layout that the bytes of a field are while a tag has a value, as data.</summary>
public sealed class OverlayInfo
{
    /// <summary>The name of the property.</summary>
    public required string Name { get; init; }

    /// <summary>When the bytes are the layout: the tag, a field or bits of the same layout, has one value.</summary>
    public required FieldCondition Condition { get; init; }

    /// <summary>The layout, which starts where the field does and is not longer.</summary>
    public required LayoutInfo Layout { get; init; }

    /// <summary>Decides by <see cref="Condition"/>, in generated code.</summary>
    public required FieldPredicate Applies { get; init; }

    /// <summary>The accessor's getter: a copy of the layout.</summary>
    public required FieldGetter Get { get; init; }

    /// <summary>The accessor's setter.</summary>
    public required FieldSetter Set { get; init; }

    /// <summary>The bytes of the layout, whatever the tag says.</summary>
    public required FieldBytesGetter GetBytes { get; init; }

    /// <summary>The bytes of the layout, to edit.</summary>
    public required FieldBytesEditor EditBytes { get; init; }

    /// <summary>The summary of the documentation, as plain text.</summary>
    public string? Doc { get; init; }

    /// <summary>The clause that defines the overlay.</summary>
    public string? Spec { get; init; }

    /// <summary>The field or bits that tell.</summary>
    public string Tag => Condition.Member;

    /// <summary>The tag's value, as the bits of the field.</summary>
    public ulong Value => Condition.Value;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}, {Layout.Name} when {Condition}";
}
