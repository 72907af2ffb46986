namespace FormatKit.Generators.Locking;

/// <summary>A parsed declaration that may have a lock.</summary>
internal interface ILockable
{
    /// <summary>Where it stands.</summary>
    DeclarationPlace? Place { get; }

    /// <summary>The name of its generated file; null where the declaration is wrong.</summary>
    string? HintName { get; }

    /// <summary>What its bytes are; only of a right declaration.</summary>
    LockedType Listing();
}
