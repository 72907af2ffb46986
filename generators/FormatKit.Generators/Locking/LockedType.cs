using FormatKit.Generators.Model;

namespace FormatKit.Generators.Locking;

/// <summary>What the bytes of a type are, in words: what a lock says, or a declaration.</summary>
/// <param name="Heading">What it is and how it is called: <c>layout Disk.Header</c>.</param>
/// <param name="Extent">How many bytes it has: <c>512 bytes</c>.</param>
/// <param name="Fields">The fields.</param>
internal sealed record LockedType(string Heading, string Extent, EquatableArray<LockedField> Fields);

/// <summary>A field in words. The bytes are the same under a new name.</summary>
/// <param name="Place">Where it starts.</param>
/// <param name="Width">How many bytes it has.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Kind">What its bytes are.</param>
internal sealed record LockedField(string Place, string Width, string Name, string Kind)
{
    /// <summary>The width of what has another one each time.</summary>
    public const string Varying = "any";

    /// <summary>Whether two fields are the same bytes.</summary>
    public bool IsLike(LockedField other) => (Place, Width, Kind) == (other.Place, other.Width, other.Kind);

    public override string ToString() =>
        Width == Varying ? $"{Kind}, at {Place}" : $"{Kind}, {Width} {(Width == "1" ? "byte" : "bytes")} at {Place}";
}
