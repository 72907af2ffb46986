using System.Globalization;
using System.Runtime.CompilerServices;

namespace FormatKit.Disks.Operations;

/// <summary>The words of a finding, put together only when the report still keeps them: there can be
/// millions.</summary>
[InterpolatedStringHandler]
internal ref struct FindingText
{
    private DefaultInterpolatedStringHandler _text;

    public FindingText(int literalLength, int formattedCount, RegionCheck check, out bool isWanted)
    {
        isWanted = check.TakesWords;
        _text = isWanted ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public string Take() => _text.ToStringAndClear();
}
