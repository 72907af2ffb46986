namespace FormatKit.Formats.Vmdk;

/// <summary>A line of a descriptor, without what ends it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Position">Where it begins: bytes from the start of the text.</param>
/// <param name="Text">What stands there.</param>
internal readonly record struct VmdkDescriptorLine(int Number, int Position, string Text)
{
    /// <summary>What separates words. Other white space belongs to names.</summary>
    public const string Blanks = " \t";

    public bool IsBlank => !Text.AsSpan().ContainsAnyExcept(Blanks);

    public bool IsComment => Text.AsSpan().TrimStart(Blanks).StartsWith('#');

    /// <summary>Whether this is <c>key = value</c>, and where in the text both stand.</summary>
    /// <remarks>
    /// A key is one word without quotes. Quotes are none of the value where they stand round the whole of it; others
    /// are the value's own.
    /// </remarks>
    public bool TryEntry(out Range key, out Range value)
    {
        var text = Text.AsSpan();
        var start = text.IndexOfAnyExcept(Blanks);
        var length = start < 0 ? -1 : text[start..].IndexOfAny(" \t=\"");
        key = start < 0 || length < 0 ? default : start..(start + length);
        value = default;
        var equals = length <= 0 ? -1 : start + length + CountBlanks(text[(start + length)..]);
        if (equals < 0 || equals == text.Length || text[equals] != '=')
        {
            return false;
        }

        var from = equals + 1 + CountBlanks(text[(equals + 1)..]);
        var to = Math.Max(from, text.TrimEnd(Blanks).Length);
        var isQuoted = to - from >= 2 && text[from] == '"' && text[to - 1] == '"';
        value = isQuoted ? (from + 1)..(to - 1) : from..to;
        return true;
    }

    public VmdkDescriptorException Broken(string key, ReadOnlySpan<char> found, string expected) =>
        new(Number, Position, key, found.ToString(), expected);

    private static int CountBlanks(ReadOnlySpan<char> text) => text.Length - text.TrimStart(Blanks).Length;
}
