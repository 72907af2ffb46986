using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Drivers;

/// <summary>Errors about fields whose values break no rule of their layout but do not fit the file.</summary>
internal static class FieldErrors
{
    public static ImageException Of<T>(
        ByteStore store, long structure, in T value, string field, string expected, string? advice = null)
        where T : struct, IBinaryLayout<T>
    {
        var info = Layout.InfoOf<T>().Fields.Single(candidate => candidate.Name == field);
        var found = info.Describe(info.ReadInteger(Layout.BytesOf(in value)) ?? 0);
        return ImageException.ForValue(
            store.Name, structure + info.Offset, $"{Layout.InfoOf<T>().Name}.{field}", found, expected, advice);
    }
}
