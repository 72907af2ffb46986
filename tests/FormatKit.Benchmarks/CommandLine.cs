using System.Globalization;
using FormatKit.Disks;

namespace FormatKit.Benchmarks;

/// <summary>Words such as <c>--rounds 5 --short</c>: each is asked for once, and <see cref="RefuseRest"/> refuses what
/// nobody asked for.</summary>
internal sealed class CommandLine(IEnumerable<string> words)
{
    private readonly List<string> _words = [.. words];

    internal bool Has(string name) => _words.Remove(name);

    internal string? Text(string name)
    {
        var at = _words.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var value = at + 1 < _words.Count ? _words[at + 1] : throw new ArgumentException($"{name} needs a value.");
        _words.RemoveRange(at, 2);
        return value;
    }

    internal int Number(string name, int otherwise) => Text(name) switch
    {
        null => otherwise,
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var text => throw new ArgumentException($"{name} {text}: a number from 1 on is needed."),
    };

    internal long Size(string name, long otherwise) => Text(name) switch
    {
        null => otherwise,
        var text when ByteSize.TryParse(text, out var bytes) && bytes > 0 => bytes,
        var text => throw new ArgumentException($"{name} {text}: a size such as 2G is needed."),
    };

    internal void RefuseRest()
    {
        if (_words.Count > 0)
        {
            throw new ArgumentException($"{_words[0]}: unknown.");
        }
    }
}
