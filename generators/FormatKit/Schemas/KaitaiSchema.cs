using System.Text.Json;

namespace FormatKit;

/// <summary>
/// Kaitai Struct (<c>.ksy</c>, version 0.11). Byte orders stand on each type, so nothing depends on a default. What has
/// no name there: integers of 5 to 7 bytes are read in two parts and put together, those of 16 bytes are raw bytes.
/// </summary>
internal static partial class KaitaiSchema
{
    public static string Of(LayoutInfo layout) => Of(new SchemaTypes(layout, SchemaNames.Snake), layout.Name);

    public static string Of(RecordInfo record) => Of(new SchemaTypes(record, SchemaNames.Snake), record.Name);

    private static string Of(SchemaTypes types, string title)
    {
        var writer = new SchemaWriter(2);
        writer.Block("meta:", () =>
        {
            writer.Line($"id: {types.NameOf(types.Outermost)}");
            writer.Line($"title: {Text(title)}");
            writer.Line("ks-version: '0.11'");
        });
        var (inner, enums) = (new SchemaWriter(2), new SchemaWriter(2));
        WriteBody(writer, types.Outermost, types, inner, enums);
        foreach (var type in types.All.Where(type => type != types.Outermost))
        {
            var body = new SchemaWriter(2);
            WriteBody(body, type, types, inner, enums);
            inner.Block($"{types.NameOf(type)}:", () => inner.Include(body));
        }

        if (!inner.IsEmpty)
        {
            writer.Block("types:", () => writer.Include(inner));
        }

        if (!enums.IsEmpty)
        {
            writer.Block("enums:", () => writer.Include(enums));
        }

        return writer.ToString();
    }

    /// <summary>A text in quotes; a JSON string is one of YAML.</summary>
    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static void WriteBody(
        SchemaWriter writer, object declaration, SchemaTypes types, SchemaWriter inner, SchemaWriter enums)
    {
        if (declaration is LayoutInfo layout)
        {
            WriteBody(writer, layout, types, enums);
        }
        else
        {
            new RecordBody((RecordInfo)declaration, types, inner, enums).Write(writer);
        }
    }

    private static void WriteBody(SchemaWriter writer, LayoutInfo layout, SchemaTypes types, SchemaWriter enums)
    {
        WriteHead(writer, layout.Doc, layout.Spec);
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
            WriteComputed(computed, field, ids, null);
            WriteEnums(enums, types.NameOf(layout), field, ids);
        }

        WriteInstances(writer, computed);
    }

    private static void WriteHead(SchemaWriter writer, string? doc, string? spec)
    {
        if (doc is not null)
        {
            writer.Line($"doc: {Text(doc)}");
        }

        if (spec is not null)
        {
            writer.Line($"doc-ref: {Text(spec)}");
        }
    }

    private static void WriteInstances(SchemaWriter writer, SchemaWriter computed)
    {
        if (!computed.IsEmpty)
        {
            writer.Block("instances:", () => writer.Include(computed));
        }
    }
}
