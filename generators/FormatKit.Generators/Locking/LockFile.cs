namespace FormatKit.Generators.Locking;

/// <summary>A file <c>Name.layout.txt</c>, which locks the type of that name that is declared in its folder.</summary>
/// <param name="Path">The path.</param>
/// <param name="Text">What it says.</param>
internal sealed record LockFile(string Path, string Text)
{
    public const string Ending = ".layout.txt";

    public string Folder => FolderOf(Path);

    /// <summary>The name of the type, with or without its namespace and containing types.</summary>
    public string TypeName
    {
        get
        {
            var file = FileName;
            return file.Substring(0, file.Length - Ending.Length);
        }
    }

    public string FileName => Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);

    public static bool IsLock(string path) => path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    public static string FolderOf(string path)
    {
        var end = path.LastIndexOfAny(['/', '\\']);
        return end < 0 ? string.Empty : path.Substring(0, end).Replace('\\', '/');
    }
}
