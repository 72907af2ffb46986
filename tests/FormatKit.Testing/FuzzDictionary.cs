using System.Globalization;
using System.Text;

namespace FormatKit.Testing;

/// <summary>
/// The words of a format for fuzzers that know nothing of it, as a dictionary that AFL++ (<c>-x</c>) and libFuzzer
/// (<c>-dict=</c>) read: magics, constants, tags, the names of enums, nulls and limits. Numbers stand in the byte order
/// of their field and in the other one, which is a common mistake. Single bytes are left out: fuzzers try those anyway.
/// </summary>
public static class FuzzDictionary
{
    /// <summary>The longest word that libFuzzer takes; AFL++ takes 128 bytes.</summary>
    private const int LongestWord = 64;

    /// <summary>The dictionary as text.</summary>
    public static string Of<T>()
        where T : IBinaryFormat
    {
        var format = TestedFormat.Of<T>();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# {format.Name}\n");
        foreach (var (name, word) in format.Words
            .Where(word => word.Bytes.Length is >= 2 and <= LongestWord)
            .DistinctBy(word => Convert.ToHexString(word.Bytes)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Name(name)}=\"{Escaped(word)}\"\n");
        }

        return text.ToString();
    }

    /// <summary>Writes the dictionary to a file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write<T>(string path)
        where T : IBinaryFormat => File.WriteAllText(path, Of<T>());

    /// <summary>A name as AFL++ takes it: letters, digits and underscores of ASCII. Names need not be unique.</summary>
    private static string Name(string name) =>
        string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));

    /// <summary>Quotes and backslashes escaped, and everything but printable ASCII as hexadecimal.</summary>
    private static string Escaped(byte[] word)
    {
        var text = new StringBuilder();
        foreach (var b in word)
        {
            text.Append(b switch
            {
                (byte)'"' or (byte)'\\' => $"\\{(char)b}",
                >= 0x20 and < 0x7F => ((char)b).ToString(),
                _ => $"\\x{b:x2}",
            });
        }

        return text.ToString();
    }
}
