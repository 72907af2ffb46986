using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Locking;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

/// <summary>What a declaration is: a record or a set of variants, or a stub and what is wrong.</summary>
internal sealed record ParsedRecord(
    RecordModel? Record, VariantsModel? Variants, RecordStubModel? Stub, EquatableArray<DiagnosticInfo> Diagnostics)
    : ILockable
{
    /// <summary>Where it stands.</summary>
    public DeclarationPlace? Place { get; init; }

    public string? HintName => (Record?.Type ?? Variants?.Type)?.HintName;

    public LockedType Listing() => Record is { } record ? RecordListing.Of(record) : RecordListing.Of(Variants!);
}
