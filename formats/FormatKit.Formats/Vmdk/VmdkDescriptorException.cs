using System.Globalization;

namespace FormatKit.Formats.Vmdk;

/// <summary>A descriptor says something that cannot be, or nothing that can be understood.</summary>
public sealed class VmdkDescriptorException : FormatException
{
    /// <summary>What was found is quoted up to so many characters: a line may have 64 Ki.</summary>
    private const int QuotedCharacters = 80;

    internal VmdkDescriptorException(int line, int position, string key, string found, string expected)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"descriptor line {line}: {key}: found {Quote(Shorten(found))}, expected {expected}"))
    {
        Line = line;
        Position = position;
        Key = key;
        Found = Shorten(found);
        Expected = expected;
    }

    /// <summary>The number of the line, from 1.</summary>
    public int Line { get; }

    /// <summary>Where the line begins: bytes from the start of the text, its byte order mark included.</summary>
    public int Position { get; }

    /// <summary>The entry or the field that is wrong, such as <c>CID</c> or <c>extent type</c>.</summary>
    public string Key { get; }

    /// <summary>What stands there; long text is cut off.</summary>
    public string Found { get; }

    /// <summary>What would be accepted.</summary>
    public string Expected { get; }

    private static string Shorten(string found) =>
        found.Length <= QuotedCharacters ? found : string.Concat(found.AsSpan(0, QuotedCharacters), "…");

    /// <summary>Characters that would disturb a terminal are none of a message's business.</summary>
    private static string Quote(string found) =>
        found.Length == 0 ? "nothing" : $"'{string.Concat(found.Select(c => char.IsControl(c) ? '?' : c))}'";
}
