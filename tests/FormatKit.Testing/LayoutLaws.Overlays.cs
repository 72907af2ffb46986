namespace FormatKit.Testing;

/// <summary>What the laws of fields demand of overlays as well.</summary>
public static partial class LayoutLaws
{
    /// <summary>Overlays stand within their region, no two are told by one value, and their names are nobody else's.
    /// </summary>
    private static int ExpectOverlayPartition(LayoutInfo layout, FieldInfo field, HashSet<string> names, string path)
    {
        var values = new HashSet<(string, ulong)>();
        var fields = 0;
        foreach (var overlay in field.Overlays)
        {
            var name = $"{path}.{overlay.Name}";
            if (overlay.Layout.Size > field.Width)
            {
                throw new BrokenClaimException(
                    name, $"{overlay.Layout} is not within the {field.Width} of {field.Name}");
            }

            if (!names.Add(overlay.Name))
            {
                throw new BrokenClaimException(name, "another field has the same name");
            }

            if (!values.Add((overlay.Tag, overlay.Value)))
            {
                throw new BrokenClaimException(name, $"another overlay counts with {overlay.Condition}, too");
            }

            if (!layout.Fields.Any(tag => tag.Name == overlay.Tag || tag.Bits.Any(bits => bits.Name == overlay.Tag)))
            {
                throw new BrokenClaimException(name, $"its tag '{overlay.Tag}' is no field");
            }

            fields += ExpectPartition(overlay.Layout, name);
        }

        return fields;
    }

    /// <summary>An overlay has the first bytes of its region, and counts when the table says so.</summary>
    private static void ExpectOverlayAgreement(PlacedField field, byte[] bytes)
    {
        foreach (var overlay in field.Field.Overlays)
        {
            var disk = bytes.AsSpan(field.Offset, overlay.Layout.Size);
            if (!field.GetBytes(overlay, bytes).SequenceEqual(disk))
            {
                throw field.Broken($"the bytes of {overlay.Name} are not those of the table");
            }

            var holder = bytes.AsSpan(field.Offset - field.Field.Offset, field.Layout.Size);
            var isTold = field.IsNow(overlay, bytes) && field.Field.Applies?.Invoke(holder) != false;
            if (field.Applies(overlay, bytes) != isTold)
            {
                throw field.Broken($"{overlay.Name} counts: {!isTold}, by the table: {isTold}");
            }
        }
    }

    /// <summary>Setting an overlay to what other bytes have changes its bytes only, and makes them those.</summary>
    private static void ExpectOverlaySet(PlacedField field, LawCase example)
    {
        foreach (var overlay in field.Field.Overlays)
        {
            var (bytes, others) = (example.Copy(), example.Complement());
            var end = field.Offset + overlay.Layout.Size;
            field.Set(overlay, bytes, field.Get(overlay, others));
            for (var index = 0; index < bytes.Length; index++)
            {
                var isOwn = index >= field.Offset && index < end;
                if (bytes[index] != (isOwn ? others : example.Bytes)[index])
                {
                    throw field.Broken(isOwn
                        ? $"byte {index} is not what {overlay.Name} is set to"
                        : $"byte {index} changes too when {overlay.Name} is set");
                }
            }

            if (!field.Get(overlay, bytes).Equals(field.Get(overlay, others)))
            {
                throw field.Broken($"{overlay.Name} is not read back");
            }
        }
    }
}
