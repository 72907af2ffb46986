using System.Buffers.Binary;

namespace FormatKit;

public static partial class Replica
{
    private static int Compare<TSink>(
        LayoutInfo outermost,
        LayoutInfo layout,
        int start,
        scoped ReadOnlySpan<byte> first,
        scoped ReadOnlySpan<byte> second,
        ref TSink sink)
        where TSink : IViolationSink, allows ref struct
    {
        var differing = 0;
        for (var index = 0; index < layout.Fields.Count; index++)
        {
            var field = layout.Fields[index];
            if (field.Role == FieldRole.Checksum || (field.IsPerCopy && field.Mirrors is null))
            {
                continue;
            }

            if (field.Nested is { } nested)
            {
                for (var at = start + field.Offset; at < start + field.End; at += nested.Size)
                {
                    differing += Compare(outermost, nested, at, first, second, ref sink);
                }

                continue;
            }

            // What this copy says of itself is what the other one says of its counterpart.
            var source = field.Mirrors is { } name ? Find(layout, name) : field;
            var expected = first.Slice(start + source.Offset, source.Width);
            var found = second.Slice(start + field.Offset, field.Width);
            if (!expected.SequenceEqual(found))
            {
                differing++;
                sink.Add(new Violation(
                    ViolationKind.ReplicaDiffers, outermost, field, start + field.Offset,
                    Value(field, second[start..], found, expected), Value(source, first[start..], expected, found)));
            }
        }

        return differing;
    }

    private static ulong Value(
        FieldInfo field, ReadOnlySpan<byte> layout, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> other)
    {
        if (field.ReadInteger(layout) is { } integer)
        {
            return integer;
        }

        Span<byte> first = stackalloc byte[sizeof(ulong)];
        first.Clear();
        var from = bytes[bytes.CommonPrefixLength(other)..];
        from[..Math.Min(first.Length, from.Length)].CopyTo(first);
        return BinaryPrimitives.ReadUInt64BigEndian(first);
    }

    private static FieldInfo Find(LayoutInfo layout, string name)
    {
        for (var index = 0; index < layout.Fields.Count; index++)
        {
            if (layout.Fields[index].Name == name)
            {
                return layout.Fields[index];
            }
        }

        throw new ArgumentException($"{layout.Name} has no field '{name}'.");
    }
}
