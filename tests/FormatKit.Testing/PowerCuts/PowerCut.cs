using FormatKit.Disks.Storage;

namespace FormatKit.Testing.PowerCuts;

/// <summary>
/// A file as it may be after the power went, and when that may have been: at any moment between two. At the first, the
/// least had been begun; at the last, the most had been promised.
/// </summary>
/// <param name="Earliest">The fewest operations that had been begun: up to the last one of which something is in the
/// file.</param>
/// <param name="Latest">The most operations that had been done: all up to the next barrier, which never
/// returned.</param>
/// <param name="File">The file. Each is its own.</param>
public sealed record PowerCut(int Earliest, int Latest, MemoryStore File);
