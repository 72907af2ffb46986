using System.Text.Json;
using FormatKit.Disks.Drivers;

namespace FormatKit.Cli.Output;

/// <summary>A dissection for programs: all bytes, nothing shortened.</summary>
internal static class DissectionJson
{
    public static void Write(
        Utf8JsonWriter json, string file, ImageFormat format, long length, IEnumerable<DissectedStructure> structures)
    {
        json.WriteStartObject();
        json.WriteString("filename", file);
        json.WriteString("format", format.Name);
        json.WriteNumber("length", length);
        json.WriteStartArray("structures");
        foreach (var structure in structures)
        {
            Write(json, structure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DissectedStructure part)
    {
        var structure = part.Structure;
        json.WriteStartObject();
        json.WriteString("label", structure.Label);
        json.WriteNumber("offset", structure.Offset.Value);
        json.WriteNumber("length", structure.Length);
        json.WriteBoolean("cut-off", part.IsCutOff);
        WriteIfAny(json, "note", structure.Note);
        if (part.Fields is { } dissection)
        {
            json.WriteString("layout", dissection.Layout.Name);
            WriteIfAny(json, "spec", dissection.Layout.Spec);
            WriteIfAny(json, "meaning", dissection.Layout.Doc);
            json.WriteStartArray("fields");
            foreach (var field in dissection.Fields)
            {
                Write(json, field, structure.Offset.Value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DissectedField field, long start)
    {
        json.WriteStartObject();
        json.WriteString("path", field.Path);
        json.WriteNumber("offset", start + field.Offset);
        json.WriteNumber("width", field.Width);
        json.WriteString("bytes", Convert.ToHexStringLower(field.Bytes.Span));
        json.WriteString("value", field.Value);
        WriteIfAny(json, "meaning", field.Doc);
        json.WriteStartArray("violations");
        foreach (var violation in field.Violations)
        {
            json.WriteStartObject();
            json.WriteString("code", violation.Code);
            json.WriteString("path", violation.Path);
            json.WriteNumber("offset", start + violation.Offset);
            json.WriteString("found", violation.FoundText);
            json.WriteString("expected", violation.ExpectedText);
            WriteIfAny(json, "spec", violation.Spec);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
