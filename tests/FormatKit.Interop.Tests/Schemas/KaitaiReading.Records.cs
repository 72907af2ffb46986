using System.Reflection;
using System.Text.Json;

namespace FormatKit.Interop.Tests.Schemas;

internal static partial class KaitaiReading
{
    private static readonly MethodInfo LayoutBytes =
        typeof(KaitaiReading).GetMethod(nameof(BytesOfLayout), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static void AssertSame(RecordInfo info, object record, JsonElement read)
    {
        var ids = new KaitaiIds(info);
        foreach (var field in info.Fields.Where(field => field.Kind != RecordFieldKind.Tag))
        {
            var theirs = read.GetProperty(ids.Of(field.Name));
            if (field.Get(record) is { } ours)
            {
                AssertSame(field, ours, theirs);
            }
            else
            {
                Assert.True(theirs.ValueKind == JsonValueKind.Null, $"{info.Name}.{field.Name} is not there");
            }
        }
    }

    private static void AssertSame(RecordFieldInfo field, object ours, JsonElement read)
    {
        switch (field.Kind)
        {
            case RecordFieldKind.Value:
                AssertSame(field.Value!, BytesOf(field.Value!, ours), read);
                break;
            case RecordFieldKind.Bytes:
                var bytes = ours is ReadOnlyMemory<byte> memory ? memory.Span : (byte[])ours;
                Assert.Equal($"{field.Name} = hex:{Convert.ToHexStringLower(bytes)}", $"{field.Name} = {read}");
                break;
            case RecordFieldKind.Text:
                Assert.Equal($"{field.Name} = text:{ours}", $"{field.Name} = {read}");
                break;
            case RecordFieldKind.Record:
                AssertSame(field.Record!, ours, read);
                break;
            case RecordFieldKind.Variant:
                AssertSame(VariantOf(field.Variants!, ours), ours, read);
                break;
            default:
                AssertSameElements(field, [.. ((Array)ours).Cast<object>()], read);
                break;
        }
    }

    private static void AssertSameElements(RecordFieldInfo field, IReadOnlyList<object> ours, JsonElement read)
    {
        // What is bounded by bytes has a type of its own there, and so has a number that there is no type for.
        var list = read.ValueKind == JsonValueKind.Object ? read.GetProperty("items") : read;
        var theirs = list.ValueKind == JsonValueKind.Null ? [] : list.EnumerateArray().ToList();
        Assert.Equal($"{ours.Count} of {field.Name}", $"{theirs.Count} of {field.Name}");
        foreach (var (element, their) in ours.Zip(theirs))
        {
            if (field.Record is { } record)
            {
                AssertSame(record, element, their);
            }
            else
            {
                var isOwnType = field.Value!.Kind != FieldKind.Layout && their.ValueKind == JsonValueKind.Object;
                AssertSame(field.Value, BytesOf(field.Value, element), isOwnType ? their.GetProperty("value") : their);
            }
        }
    }

    public static RecordInfo VariantOf(VariantsInfo variants, object value) =>
        variants.Variants.Select(variant => variant.Record).FirstOrDefault(found => found.Type == value.GetType())
        ?? variants.Other!;

    public static byte[] BytesOf(FieldInfo value, object ours)
    {
        if (value.Kind == FieldKind.Layout)
        {
            return (byte[])LayoutBytes.MakeGenericMethod(ours.GetType()).Invoke(null, [ours])!;
        }

        var bytes = new byte[value.Width];
        value.Set!(bytes, ours);
        return bytes;
    }

    private static byte[] BytesOfLayout<T>(T value)
        where T : struct, IBinaryLayout<T> => Layout.BytesOf(in value).ToArray();
}
