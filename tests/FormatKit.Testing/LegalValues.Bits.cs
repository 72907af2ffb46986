namespace FormatKit.Testing;

internal static partial class LegalValues
{
    /// <summary>A number as the type of named bits.</summary>
    public static object OfBits(Type type, ulong value) =>
        type == typeof(bool) ? value != 0
        : type.IsEnum ? Enum.ToObject(type, value)
        : Integer(type, value, sizeof(ulong));

    /// <summary>The greatest number that the type of named bits holds; a signed enum's, as its bits.</summary>
    public static ulong GreatestOfBits(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => 1,
        TypeCode.Byte or TypeCode.SByte => byte.MaxValue,
        TypeCode.UInt16 or TypeCode.Int16 => ushort.MaxValue,
        TypeCode.UInt32 or TypeCode.Int32 => uint.MaxValue,
        _ => ulong.MaxValue,
    };
}
