using System.Collections;
using System.Reflection;

namespace FormatKit.Testing;

/// <summary>Records through their getters: against each other, and against what the table reads.</summary>
internal static class RecordEquality
{
    private static readonly MethodInfo BytesOfLayout =
        typeof(RecordEquality).GetMethod(nameof(BytesOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The path of a field in which two records differ; null for none.</summary>
    public static string? Difference(RecordInfo info, object one, object other, string path = "")
    {
        foreach (var field in info.Fields)
        {
            var name = path + field.Name;
            var (a, b) = (field.Get(one), field.Get(other));
            var difference = field.Kind switch
            {
                _ when a is null || b is null => a is null && b is null ? null : name,
                RecordFieldKind.Record => Difference(field.Record!, a, b, name + "."),
                RecordFieldKind.Variant => a.GetType() == b.GetType()
                    ? Difference(InfoOf(field.Variants!, a.GetType()), a, b, name + ".")
                    : name,
                RecordFieldKind.Records => Difference(field.Record!, (IList)a, (IList)b, name),
                RecordFieldKind.Bytes => Plain(a).SequenceEqual(Plain(b)) ? null : name,
                RecordFieldKind.Values => ((IEnumerable)a).Cast<object>()
                    .SequenceEqual(((IEnumerable)b).Cast<object>()) ? null : name,
                _ => a.Equals(b) ? null : name,
            };
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>What a codec read against what the table reads: the field that differs, and how.</summary>
    public static (string Path, string Claim)? Disagreement(RecordNode node, object record)
    {
        foreach (var field in node.Info.Fields.Where(field => field.Kind != RecordFieldKind.Tag))
        {
            var path = node.Path + field.Name;
            var found = field.Get(record);
            if (!node.Values.TryGetValue(field.Name, out var expected))
            {
                if (found is not null)
                {
                    return (path, $"it is {found}, and by the table it is not there");
                }
            }
            else if (found is null)
            {
                return (path, "it is null, and by the table it is there");
            }
            else if (Disagreement(field, path, expected, found) is { } disagreement)
            {
                return disagreement;
            }
        }

        return null;
    }

    private static (string Path, string Claim)? Disagreement(
        RecordFieldInfo field, string path, object? expected, object found)
    {
        if (expected is RecordNode node)
        {
            return Disagreement(node, found);
        }

        if (expected is not object?[] elements)
        {
            return Same(field, expected, found) ? null : (path, $"the codec reads {found}, the table {expected}");
        }

        var list = (IList)found;
        if (list.Count != elements.Length)
        {
            return (path, $"the codec reads {list.Count} elements, the table {elements.Length}");
        }

        for (var index = 0; index < list.Count; index++)
        {
            if (Disagreement(field, $"{path}[{index}]", elements[index], list[index]!) is { } disagreement)
            {
                return disagreement;
            }
        }

        return null;
    }

    private static bool Same(RecordFieldInfo field, object? expected, object found) => expected switch
    {
        null => true,
        byte[] bytes when found is byte[] or ReadOnlyMemory<byte> => bytes.AsSpan().SequenceEqual(Plain(found)),
        byte[] bytes => bytes.AsSpan().SequenceEqual(
            (byte[])BytesOfLayout.MakeGenericMethod(found.GetType()).Invoke(null, [found])!),
        string when field.Value is null => expected.Equals(found),
        _ => expected.Equals(TableDecoder.Plain(field.Value!, found)),
    };

    /// <summary>Bytes, whichever of the two types that may hold them a property has.</summary>
    private static ReadOnlySpan<byte> Plain(object bytes) =>
        bytes is ReadOnlyMemory<byte> memory ? memory.Span : (byte[])bytes;

    private static byte[] BytesOf<T>(object layout)
        where T : struct, IBinaryLayout<T>
    {
        var value = (T)layout;
        return [.. Layout.BytesOf(in value)];
    }

    private static string? Difference(RecordInfo info, IList some, IList others, string path)
    {
        if (some.Count != others.Count)
        {
            return path;
        }

        for (var index = 0; index < some.Count; index++)
        {
            if (Difference(info, some[index]!, others[index]!, $"{path}[{index}].") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static RecordInfo InfoOf(VariantsInfo variants, Type type) =>
        variants.Variants.Select(variant => variant.Record).Append(variants.Other)
            .First(record => record?.Type == type)!;
}
