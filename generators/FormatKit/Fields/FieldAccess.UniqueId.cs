namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>Reads a unique id.</summary>
    public static Guid ReadUniqueId<TLayout>(ref readonly TLayout layout, int offset, GuidOrder order)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        new(ViewBytes(in layout, offset, 16), bigEndian: order == GuidOrder.Rfc4122);

    /// <summary>Writes a unique id.</summary>
    public static void WriteUniqueId<TLayout>(ref TLayout layout, int offset, GuidOrder order, Guid value)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        value.TryWriteBytes(EditBytes(ref layout, offset, 16), bigEndian: order == GuidOrder.Rfc4122, out _);
}
