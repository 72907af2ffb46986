namespace FormatKit.Generators.Model;

/// <summary>A partial property as the user declared it; the implementing part repeats it.</summary>
/// <param name="Name">The name without escape.</param>
/// <param name="Identifier">The name as code.</param>
/// <param name="Type">The type as code from anywhere.</param>
/// <param name="Access">The accessibility, followed by a space.</param>
/// <param name="Modifiers">The modifiers without <c>partial</c>, each followed by a space.</param>
/// <param name="Get">The getter with its modifiers, or null.</param>
/// <param name="Set">The setter with its modifiers, or null.</param>
internal sealed record PropertyModel(
    string Name, string Identifier, string Type, string Access, string Modifiers, string? Get, string? Set)
{
    /// <summary>Whether using it is an error for all but what is obsolete itself.</summary>
    public bool IsRetired { get; init; }
}
