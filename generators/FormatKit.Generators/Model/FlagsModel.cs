namespace FormatKit.Generators.Model;

/// <summary>What is demanded of a field of flags.</summary>
/// <param name="Required">The bits that must be set.</param>
/// <param name="Known">The bits that may be set; null for all.</param>
internal sealed record FlagsModel(ulong Required, ulong? Known);
