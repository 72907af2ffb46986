namespace FormatKit;

/// <summary>What the variants of a class are, as data.</summary>
public sealed class VariantsInfo
{
    private readonly Func<RecordInfo>? _other;

    /// <summary>The name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>The specification and clause that defines the set.</summary>
    public string? Spec { get; init; }

    /// <summary>The summary of the class's documentation, as plain text.</summary>
    public string? Doc { get; init; }

    /// <summary>The tag, as a field at offset 0 of its own bytes.</summary>
    public required FieldInfo Tag { get; init; }

    /// <summary>The variants, in order of declaration.</summary>
    public required IReadOnlyList<VariantInfo> Variants { get; init; }

    /// <summary>The variant of every other tag, if there is one.</summary>
    public RecordInfo? Other => _other?.Invoke();

    /// <summary>Gives <see cref="Other"/>.</summary>
    public Func<RecordInfo>? OtherSource { init => _other = value; }

    /// <summary>The record that a tag means, if any.</summary>
    public RecordInfo? Find(ulong tag) =>
        Variants.FirstOrDefault(variant => variant.Tag == tag)?.Record ?? Other;

    internal string DescribeTags() =>
        "one of " + string.Join(", ", Variants.Select(variant => Tag.Describe(variant.Tag)));

    /// <inheritdoc/>
    public override string ToString() => $"{Name}, {Variants.Count} variants";
}

/// <summary>One variant, as data.</summary>
/// <param name="tag">The bits of its tag.</param>
/// <param name="record">Gives the record.</param>
public sealed class VariantInfo(ulong tag, Func<RecordInfo> record)
{
    /// <summary>The bits of its tag.</summary>
    public ulong Tag { get; } = tag;

    /// <summary>The record.</summary>
    public RecordInfo Record => record();
}
