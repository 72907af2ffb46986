namespace FormatKit.Formats.Vhd;

/// <summary>A name under which the parent of a differencing disk may be found.</summary>
/// <param name="Path">
/// The path with <c>/</c> between its parts, without parts that are <c>.</c>; a Windows path keeps its drive
/// (<c>C:/disks/base.vhd</c>) or server (<c>//server/share/base.vhd</c>).
/// </param>
/// <param name="IsAbsolute">Whether it is not relative to the folder of the child.</param>
/// <param name="Source">What says so, such as <c>parent locator 0 (MacX)</c>.</param>
/// <param name="At">Where that stands in the file.</param>
public sealed record VhdParentName(string Path, bool IsAbsolute, string Source, HostOffset At)
{
    /// <summary>Whether nothing in the file says so: it is the file name of an absolute path, which may be that of
    /// another file. The parent's unique id has to confirm it.</summary>
    public bool IsGuess { get; init; }
}
