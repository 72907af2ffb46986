namespace FormatKit.Formats.Vmdk;

/// <summary>A line of a descriptor, without what ends it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Position">Where it begins: bytes from the start of the text.</param>
/// <param name="Text">What stands there.</param>
internal readonly record struct VmdkDescriptorLine(int Number, int Position, string Text)
{
    /// <summary>What separates words. Other white space belongs to names.</summary>
    public const string Blanks = " \t";

    private const string KeyEnds = Blanks + "=\"";

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
        var keyStart = SkipBlanks(text, 0);
        var keyEnd = text[keyStart..].IndexOfAny(KeyEnds) is var length and >= 0 ? keyStart + length : text.Length;
        var equals = SkipBlanks(text, keyEnd);
        key = keyStart..keyEnd;
        value = default;
        if (keyStart == keyEnd || equals == text.Length || text[equals] != '=')
        {
            return false;
        }

        var start = SkipBlanks(text, equals + 1);
        var end = Math.Max(start, text.TrimEnd(Blanks).Length);
        var isQuoted = end - start >= 2 && text[start] == '"' && text[end - 1] == '"';
        value = isQuoted ? (start + 1)..(end - 1) : start..end;
        return true;
    }

    public VmdkDescriptorException Broken(string key, ReadOnlySpan<char> found, string expected) =>
        new(Number, Position, key, found.ToString(), expected);

    private static int SkipBlanks(ReadOnlySpan<char> text, int from) =>
        text[from..].IndexOfAnyExcept(Blanks) is var blanks and >= 0 ? from + blanks : text.Length;
}
