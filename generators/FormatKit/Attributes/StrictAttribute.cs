namespace FormatKit;

/// <summary>
/// The specification demands it, and files in the wild break it without harm: <see cref="Strictness.Wild"/> does not
/// report it. On a field that holds layouts, or that may be one, it means all that is wrong within.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class StrictAttribute : Attribute;
