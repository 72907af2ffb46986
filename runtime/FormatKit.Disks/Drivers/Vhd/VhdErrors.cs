using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>Errors about fields whose values break no rule of their layout but do not fit the file.</summary>
internal static class VhdErrors
{
    public static ImageException Field<T>(
        ByteStore store, long structure, in T value, string field, string expected, string? advice = null)
        where T : struct, IBinaryLayout<T>
    {
        var info = Layout.InfoOf<T>().Fields.Single(candidate => candidate.Name == field);
        var found = info.Describe(info.ReadInteger(Layout.BytesOf(in value)) ?? 0);
        return ImageException.ForValue(
            store.Name, structure + info.Offset, $"{Layout.InfoOf<T>().Name}.{field}", found, expected, advice);
    }
}
