namespace FormatKit.Testing;

public static partial class LayoutLaws
{
    /// <summary>The greatest size at which laws visit all bytes: their time grows with its square.</summary>
    private const int AllBytes = 4096;

    private const int SomeBytes = 64;

    /// <summary>
    /// Bytes to visit: all of them, or in a long layout the first and last of some fields, and others.
    /// </summary>
    private static IEnumerable<int> PlacesOf(LayoutInfo layout, IReadOnlyList<PlacedField> fields, Random random)
    {
        if (layout.Size <= AllBytes)
        {
            return Enumerable.Range(0, layout.Size);
        }

        int[] ends = [.. fields.SelectMany(field => (int[])[field.Offset, field.End - 1])];
        return random.GetItems(ends, SomeBytes)
            .Concat(Enumerable.Range(0, SomeBytes).Select(_ => random.Next(layout.Size)))
            .Distinct();
    }
}
