using System.Text.Encodings.Web;
using System.Text.Json;

namespace FormatKit.Cli.Output;

/// <summary>JSON as the tool writes it.</summary>
internal static class Json
{
    /// <summary>Writes one indented document and the end of its line.</summary>
    public static void Write(ToolHost host, Action<Utf8JsonWriter> write)
    {
        using (var json = New(host.Output, indented: true))
        {
            write(json);
        }

        host.Output.Write("\n"u8);
    }

    public static Utf8JsonWriter New(Stream stream, bool indented) => new(stream, new JsonWriterOptions
    {
        // Quotes and control characters are escaped all the same; this is no HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = indented,
        IndentSize = 4,
        NewLine = "\n",
    });
}
