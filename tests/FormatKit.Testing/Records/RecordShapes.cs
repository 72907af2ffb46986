namespace FormatKit.Testing;

/// <summary>
/// Records of every shape that a declaration allows: with and without what is there now and then, with each variant,
/// with none, one and many of what is counted. Of those that are drawn the shortest of each shape is kept.
/// </summary>
internal static class RecordShapes
{
    private const int Drawn = 300;

    /// <summary>A record for each shape that was met, by the name of the shape; no record has two names.</summary>
    public static IEnumerable<(string What, byte[] Bytes)> Of(RecordInfo info)
    {
        var met = new SortedDictionary<string, List<byte[]>>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Drawn; seed++)
        {
            var bytes = RecordDrawer.DrawValid(info, seed).Bytes;
            var shapes = RecordDecoder.TryRead(info, bytes)?.Nodes.SelectMany(ShapesOf) ?? [];
            foreach (var shape in shapes.Distinct())
            {
                (met.TryGetValue(shape, out var others) ? others : met[shape] = []).Add(bytes);
            }
        }

        var taken = new HashSet<string>();
        foreach (var (shape, records) in met)
        {
            if (records.OrderBy(bytes => bytes.Length)
                .FirstOrDefault(bytes => taken.Add(Convert.ToHexString(bytes))) is { } shortest)
            {
                yield return (shape, shortest);
            }
        }
    }

    private static IEnumerable<string> ShapesOf(RecordNode node)
    {
        var holder = WithoutIndexes(node.Path);
        foreach (var field in node.Info.Fields.Where(field => field.Kind != RecordFieldKind.Tag))
        {
            var isThere = node.Values.TryGetValue(field.Name, out var value);
            if (field.Condition is not null)
            {
                yield return $"{holder}{field.Name} {(isThere ? "there" : "absent")}";
            }

            var size = value switch
            {
                object?[] elements => elements.Length,
                byte[] bytes when field.Kind == RecordFieldKind.Bytes => bytes.Length,
                string text when field.Kind == RecordFieldKind.Text => text.Length,
                _ => -1,
            };
            if (size >= 0)
            {
                yield return $"{holder}{field.Name} {(size == 0 ? "empty" : size == 1 ? "one" : "many")}";
            }

            if (value is RecordNode variant && field.Kind == RecordFieldKind.Variant)
            {
                yield return $"{holder}{field.Name} {variant.Info.Name}";
            }
        }
    }

    /// <summary>All elements of an array are one shape.</summary>
    private static string WithoutIndexes(string path) =>
        string.Concat(path.Split('[').Select((part, index) => index == 0 ? part : part[(part.IndexOf(']') + 1)..]));
}
