namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>Whether all bytes are equal.</summary>
    public static bool AreEqual<TLayout>(ref readonly TLayout left, ref readonly TLayout right)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        Layout.BytesOf(in left).SequenceEqual(Layout.BytesOf(in right));

    /// <summary>A hash of all bytes.</summary>
    public static int HashOf<TLayout>(ref readonly TLayout layout)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        var hash = default(HashCode);
        hash.AddBytes(Layout.BytesOf(in layout));
        return hash.ToHashCode();
    }
}
