namespace FormatKit.Testing;

/// <summary>The bytes that a declaration speaks of, each with a name.</summary>
internal static class FieldWords
{
    /// <summary>The words of a layout, of those nested in it, and of those that may stand in its bytes.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Of(LayoutInfo layout)
    {
        foreach (var field in layout.Fields)
        {
            foreach (var (name, bytes) in Of(field))
            {
                yield return ($"{layout.Name}_{field.Name}_{name}", bytes);
            }

            var inner = field.Overlays.Select(overlay => overlay.Layout);
            foreach (var word in (field.Nested is null ? inner : inner.Append(field.Nested)).SelectMany(Of))
            {
                yield return word;
            }
        }
    }

    /// <summary>The words of one field.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Of(FieldInfo field)
    {
        if (field.Width > 8)
        {
            yield break;
        }

        foreach (var word in Landmarks.Of(field).SelectMany(landmark => Of(field, landmark.What, landmark.Value)))
        {
            yield return word;
        }
    }

    /// <summary>A value of a field as it stands there, and in the other byte order.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Of(FieldInfo field, string name, ulong value)
    {
        var bytes = new byte[field.Width];
        TableEncoder.Write(field, bytes, value);
        return [(name, bytes), ($"{name} swapped", [.. bytes.Reverse()])];
    }
}
