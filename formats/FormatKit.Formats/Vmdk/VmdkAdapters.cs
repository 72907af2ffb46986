namespace FormatKit.Formats.Vmdk;

/// <summary>The words for adapters in descriptors.</summary>
public static class VmdkAdapters
{
    private static readonly (string Name, VmdkAdapter Adapter)[] Words =
    [
        ("ide", VmdkAdapter.Ide), ("buslogic", VmdkAdapter.BusLogic), ("lsilogic", VmdkAdapter.LsiLogic),
        ("legacyESX", VmdkAdapter.LegacyEsx),
    ];

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Words.Select(word => word.Name)];

    /// <summary>The word for an adapter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such adapter.</exception>
    public static string NameOf(VmdkAdapter adapter) =>
        Enum.IsDefined(adapter) ? Names[(int)adapter] : throw new ArgumentOutOfRangeException(nameof(adapter));

    /// <summary>The adapter that a word, in any case, stands for; null where it stands for none.</summary>
    public static VmdkAdapter? Named(string name)
    {
        var word = Array.Find(Words, word => word.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return word.Name is null ? null : word.Adapter;
    }
}
