namespace FormatKit.Generators.Model;

/// <summary>The struct and where it stands.</summary>
/// <param name="Name">The name without escape.</param>
/// <param name="Identifier">The name as code.</param>
/// <param name="FullName">The name as code from anywhere.</param>
/// <param name="Namespace">The namespace as code; null for the global one.</param>
/// <param name="Containers">The containing types from the outside, such as <c>partial class Disk</c>.</param>
/// <param name="Extensions">The static class with what edits the struct.</param>
/// <param name="BytesName">The name of the one field.</param>
/// <param name="TableName">The name of the nested class that holds the field table.</param>
/// <param name="HintName">The name of the generated file.</param>
internal sealed record TypeModel(
    string Name,
    string Identifier,
    string FullName,
    string? Namespace,
    EquatableArray<string> Containers,
    ExtensionsModel Extensions,
    string BytesName,
    string TableName,
    string HintName)
{
    /// <summary>The ids with which the compiler tells that what the type is made of is experimental.</summary>
    public EquatableArray<string> Experiments { get; init; }

    /// <summary>Whether using the type is an error for all but what is obsolete itself.</summary>
    public bool IsRetired { get; init; }
}

/// <summary>The static class with what edits the struct.</summary>
/// <param name="Identifier">Its name as code.</param>
/// <param name="FullName">Its name as code from anywhere.</param>
/// <param name="Accessibility">Its accessibility, which is the struct's.</param>
/// <param name="AreMethods">Whether it stands beside a struct that only its containing type sees: C# has no extension
/// methods there, so its members are called by their full names.</param>
internal sealed record ExtensionsModel(string Identifier, string FullName, string Accessibility, bool AreMethods);
