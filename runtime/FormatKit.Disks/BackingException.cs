namespace FormatKit.Disks;

/// <summary>
/// A differencing image cannot be used because of its parent: that is missing, is not the one that was meant, or must
/// not be opened. The image itself may be whole: opened without its parent it can be looked at, and be told where the
/// parent is.
/// </summary>
/// <param name="file">The image that has the parent, as the user named it or as another image did.</param>
/// <param name="problem">What is wrong, as a clause without a full stop.</param>
/// <param name="advice">What can be done, as a sentence without a full stop.</param>
public sealed class BackingException(string file, string problem, string? advice = null)
    : ImageException(file, problem, advice);
