namespace FormatKit.Disks.Storage;

/// <summary>A store that stays open, and keeps its locks, when whoever borrowed it is done.</summary>
/// <param name="inner">The store.</param>
internal sealed class BorrowedStore(ByteStore inner) : StoreDecorator(inner, leaveOpen: true);
