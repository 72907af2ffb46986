using System.Globalization;

namespace FormatKit;

/// <summary>Paths of what stands in a record.</summary>
internal static class RecordPath
{
    public static string Element(string array, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{array}[{index}]");
}
