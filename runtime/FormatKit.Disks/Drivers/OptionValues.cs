using System.Globalization;

namespace FormatKit.Disks.Drivers;

/// <summary>Options given as <c>key=value</c>. Each one that nobody took is an error: none is ignored.</summary>
public sealed class OptionValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>No options.</summary>
    public static OptionValues None => new();

    /// <summary>Options from texts of the form <c>key=value[,key=value]…</c>; <c>,,</c> is a comma in a
    /// value.</summary>
    /// <exception cref="ArgumentException">A text is not of that form, or a key is given twice.</exception>
    public static OptionValues Parse(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var options = new OptionValues();
        foreach (var pair in texts.SelectMany(text => text.Replace(",,", "\0", StringComparison.Ordinal).Split(',')))
        {
            var text = pair.Replace('\0', ',');
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new ArgumentException($"'{text}' is not an option of the form KEY=VALUE.");
            }

            if (!options._values.TryAdd(text[..equals].Trim(), text[(equals + 1)..].Trim()))
            {
                throw new ArgumentException($"The option '{text[..equals].Trim()}' is given twice.");
            }
        }

        return options;
    }

    /// <summary>Takes an option that is one of a few words.</summary>
    /// <exception cref="ArgumentException">The value is none of them.</exception>
    public string Choice(string name, string otherwise, params ReadOnlySpan<string> choices)
    {
        var value = Take(name) ?? otherwise;
        foreach (var choice in choices)
        {
            if (string.Equals(choice, value, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        throw new ArgumentException($"{name}={value} is not possible; it can be {string.Join(", ", choices!)}.");
    }

    /// <summary>Takes an option that is any text; null when it is not there.</summary>
    public string? Text(string name) => Take(name);

    /// <summary>Takes an option that is a size, such as <c>2M</c>.</summary>
    /// <exception cref="ArgumentException">The value is not a size.</exception>
    public long Size(string name, long otherwise) =>
        Take(name) is not { } value ? otherwise
        : ByteSize.TryParse(value, out var size) ? size
        : throw new ArgumentException($"{name}={value} is not a size; sizes are like 512, 64K, 2M.");

    /// <summary>Takes an option that is a whole number.</summary>
    /// <exception cref="ArgumentException">The value is none, or outside its range.</exception>
    public int Number(string name, int otherwise, int min, int max) =>
        Take(name) is not { } value ? otherwise
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max ? number
        : throw new ArgumentException($"{name}={value} is not possible; it is a number from {min} to {max}.");

    /// <summary>Throws when there are options that nobody took.</summary>
    /// <param name="taker">What did not take them, such as <c>format vpc</c>.</param>
    /// <param name="known">The options that there are.</param>
    /// <exception cref="ArgumentException">There is such an option.</exception>
    public void RefuseRest(string taker, IEnumerable<string> known)
    {
        if (_values.Keys.FirstOrDefault(key => !_taken.Contains(key)) is { } left)
        {
            var options = string.Join(", ", known);
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{taker} has no option '{left}'; {(options.Length == 0 ? "it has none" : "it has " + options)}."));
        }
    }

    private string? Take(string name)
    {
        _taken.Add(name);
        return _values.GetValueOrDefault(name);
    }
}
