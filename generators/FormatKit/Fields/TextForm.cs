using System.Globalization;
using System.Text;

namespace FormatKit;

/// <summary>Bytes and sizes as text for people.</summary>
public static class TextForm
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>Bytes as a quoted text; what is not printable ASCII as an escape.</summary>
    public static string Quote(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length + 2).Append('"');
        foreach (var b in bytes)
        {
            _ = b switch
            {
                0 => text.Append("\\0"),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\r' => text.Append("\\r"),
                (byte)'"' or (byte)'\\' => text.Append('\\').Append((char)b),
                >= 0x20 and < 0x7f => text.Append((char)b),
                _ => text.Append("\\x").Append(b.ToString("x2", CultureInfo.InvariantCulture)),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>A number of bytes in the largest binary unit that leaves at least one, to two decimals.</summary>
    public static string Size(ulong bytes)
    {
        var unit = 0;
        var scaled = (decimal)bytes;
        while (scaled >= 1024 && unit < Units.Length - 1)
        {
            scaled /= 1024;
            unit++;
        }

        return scaled.ToString("0.##", CultureInfo.InvariantCulture) + " " + Units[unit];
    }
}
