using System.Globalization;

namespace FormatKit;

public sealed partial class BitRangeInfo
{
    /// <summary>The bits' value within the field that holds them.</summary>
    /// <param name="field">The bits of the whole field.</param>
    public ulong Of(ulong field) => (field & Mask) >> Shift;

    /// <summary>A value of the bits in words: true or false, the name of an enum's value, or a number.</summary>
    public string Describe(ulong value)
    {
        if (IsBool)
        {
            return value == 0 ? "false" : "true";
        }

        foreach (var named in EnumNames)
        {
            if (named.Value == value)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{named.Name} ({value})");
            }
        }

        var number = value.ToString(CultureInfo.InvariantCulture);
        return EnumNames.Count == 0 ? number : $"{number} (unknown)";
    }

    /// <summary>Where the bits stand, from the least significant one: <c>bit 3</c>, <c>bits 4 to 7</c>.</summary>
    public string DescribePlace() => Count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"bit {Shift}")
        : string.Create(CultureInfo.InvariantCulture, $"bits {Shift} to {Shift + Count - 1}");
}
