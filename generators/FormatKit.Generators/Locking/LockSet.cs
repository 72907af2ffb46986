using System.Collections.Immutable;

namespace FormatKit.Generators.Locking;

/// <summary>The locks of a project.</summary>
internal sealed class LockSet(ImmutableArray<LockFile> files)
{
    public ImmutableArray<LockFile> Files { get; } = files;

    /// <summary>The lock of a declaration.</summary>
    public LockFile? Find(DeclarationPlace place) =>
        Files.IsEmpty ? null : Files.FirstOrDefault(file => Locks(file, place));

    /// <summary>Whether a lock is that of a declaration.</summary>
    public static bool Locks(LockFile file, DeclarationPlace place) =>
        (file.TypeName == place.Name || file.TypeName == place.FullName)
        && file.Folder == LockFile.FolderOf(place.Path);
}
