using FormatKit.Generators.Model;

namespace FormatKit.Generators.Locking;

/// <summary>The locks of a project.</summary>
internal sealed record LockSet(EquatableArray<LockFile> Files)
{
    /// <summary>The lock of a declaration.</summary>
    public LockFile? Find(DeclarationPlace place) =>
        Files.Count == 0 ? null : Files.FirstOrDefault(file => Locks(file, place));

    /// <summary>Whether a lock is that of a declaration.</summary>
    public static bool Locks(LockFile file, DeclarationPlace place) =>
        (file.TypeName == place.Name || file.TypeName == place.FullName)
        && file.Folder == LockFile.FolderOf(place.Path);
}
