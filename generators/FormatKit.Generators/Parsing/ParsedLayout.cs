using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Locking;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

/// <summary>What a declaration is: a layout, with what it leaves unsaid, or a stub and what is wrong, or only
/// what is wrong.</summary>
internal sealed record ParsedLayout(
    LayoutModel? Layout, StubModel? Stub, EquatableArray<DiagnosticInfo> Diagnostics) : ILockable
{
    /// <summary>Where it stands.</summary>
    public DeclarationPlace? Place { get; init; }

    public string? HintName => Layout?.Type.HintName;

    public LockedType Listing() => LayoutListing.Of(Layout!);
}
