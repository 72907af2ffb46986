using System.Globalization;

namespace FormatKit.Testing.Tests;

/// <summary>
/// What two fuzzers make of a dictionary, as hexadecimal words. Each reader follows the tool's own rules, and is as
/// picky: AFL++ <c>load_extras_file</c> in <c>src/afl-fuzz-extras.c</c>, LLVM <c>ParseOneDictionaryEntry</c> in
/// <c>compiler-rt/lib/fuzzer/FuzzerUtil.cpp</c>.
/// </summary>
internal static class DictionaryReaders
{
    private const int AflLongest = 128;

    /// <summary>
    /// AFL++: an optional name of letters, digits and underscores, an optional @level, =, and quotes.
    /// </summary>
    public static IReadOnlyList<string> ByAfl(string text)
    {
        var words = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line[0] == '#')
            {
                continue;
            }

            Demand(line[^1] == '"', "Malformed name=\"value\" pair", line);
            var at = line.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_').Count();
            at += line[at..].TakeWhile(c => char.IsWhiteSpace(c) || c == '=').Count();
            Demand(line[at] == '"', "Malformed name=\"keyword\" pair", line);
            var value = line[(at + 1)..^1];
            Demand(value.Length > 0, "Empty keyword", line);
            var word = Unescape(value, line);
            Demand(word.Count <= AflLongest, "Keyword too big", line);
            words.Add(Convert.ToHexString([.. word]));
        }

        return words;
    }

    /// <summary>libFuzzer: all up to the first quote is a name; the last character that is no blank is the other quote.
    /// </summary>
    public static IReadOnlyList<string> ByLibFuzzer(string text)
    {
        var words = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.TrimStart() is "" or ['#', ..])
            {
                continue;
            }

            var left = line.IndexOf('"', StringComparison.Ordinal);
            Demand(left >= 0 && line[^1] == '"' && line.Length - 1 > left, "no quotes", line);
            words.Add(Convert.ToHexString([.. Unescape(line[(left + 1)..^1], line)]));
        }

        return words;
    }

    private static List<byte> Unescape(string value, string line)
    {
        var word = new List<byte>();
        for (var at = 0; at < value.Length; at++)
        {
            Demand(value[at] is >= ' ' and < '\x7F' and not '"', "Non-printable or bare quote", line);
            if (value[at] != '\\')
            {
                word.Add((byte)value[at]);
            }
            else if (value[at + 1] is '\\' or '"')
            {
                word.Add((byte)value[++at]);
            }
            else
            {
                Demand(value[at + 1] == 'x', "Invalid escaping (not \\xNN)", line);
                word.Add(
                    byte.Parse(value.AsSpan(at + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 3;
            }
        }

        return word;
    }

    private static void Demand(bool holds, string fault, string line) => Assert.True(holds, $"{fault}: {line}");
}
