using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>Reads a byte as a truth value: whatever is not zero is true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ReadBool<TLayout>(ref readonly TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout> => At(in layout, offset) != 0;

    /// <summary>Writes a truth value as 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteBool<TLayout>(ref TLayout layout, int offset, bool value)
        where TLayout : struct, IBinaryLayout<TLayout> => EditAt(ref layout, offset) = (byte)(value ? 1 : 0);
}
