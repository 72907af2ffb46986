using System.Text.Json;

namespace FormatKit;

/// <summary>
/// Kaitai Struct (<c>.ksy</c>, version 0.11). Byte orders stand on each type, so nothing depends on a default. What has
/// no name there: integers of 5 to 7 bytes are read in two parts and put together, those of 16 bytes are raw bytes.
/// </summary>
internal static partial class KaitaiSchema
{
    public static string Of(LayoutInfo layout)
    {
        var types = new SchemaTypes(layout, SchemaNames.Snake);
        var writer = new SchemaWriter(2);
        writer.Block("meta:", () =>
        {
            writer.Line($"id: {types.NameOf(layout)}");
            writer.Line($"title: {Text(layout.Name)}");
            writer.Line("ks-version: '0.11'");
        });
        var enums = new SchemaWriter(2);
        WriteBody(writer, layout, types, enums);
        if (types.Layouts.Count > 1)
        {
            writer.Block("types:", () =>
            {
                foreach (var inner in types.Layouts.Where(inner => inner != layout))
                {
                    writer.Block($"{types.NameOf(inner)}:", () => WriteBody(writer, inner, types, enums));
                }
            });
        }

        var text = enums.ToString();
        return text.Length == 0 ? writer.ToString() : $"{writer}enums:\n{text}";
    }

    /// <summary>A text in quotes; a JSON string is one of YAML.</summary>
    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static void WriteBody(SchemaWriter writer, LayoutInfo layout, SchemaTypes types, SchemaWriter enums)
    {
        if (layout.Doc is { } doc)
        {
            writer.Line($"doc: {Text(doc)}");
        }

        if (layout.Spec is { } spec)
        {
            writer.Line($"doc-ref: {Text(spec)}");
        }

        var ids = new KaitaiIds(layout);
        writer.Block("seq:", () =>
        {
            foreach (var field in layout.Fields)
            {
                WriteField(writer, layout, field, types, ids);
            }
        });
        var computed = new SchemaWriter(2);
        foreach (var field in layout.Fields)
        {
            WriteComputed(computed, field, ids);
            WriteEnums(enums, types.NameOf(layout), field, ids);
        }

        if (computed.ToString() is { Length: > 0 } lines)
        {
            writer.Block("instances:", () =>
            {
                foreach (var line in lines.TrimEnd('\n').Split('\n'))
                {
                    writer.Line(line);
                }
            });
        }
    }
}
