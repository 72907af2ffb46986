using System.Text.Json;
using FormatKit.Disks.Drivers;

namespace FormatKit.Cli.Output;

/// <summary>A dissection for programs: all bytes, nothing shortened.</summary>
internal static class DissectionJson
{
    public static void Write(
        Utf8JsonWriter json, string file, ImageFormat format, long length,
        IEnumerable<DissectedStructure> structures, DissectedGuest? guest)
    {
        json.WriteStartObject();
        json.WriteString("filename", file);
        json.WriteString("format", format.Name);
        json.WriteNumber("length", length);
        Write(json, structures);
        if (guest is not null)
        {
            json.WriteStartObject("guest");
            Write(json, guest);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, string file, DissectedRecord record)
    {
        var fields = record.Fields;
        json.WriteStartObject();
        json.WriteString("filename", file);
        json.WriteNumber("length", record.Length);
        json.WriteStartArray("structures");
        json.WriteStartObject();
        json.WriteString("label", fields.Record.Name);
        json.WriteNumber("offset", 0);
        json.WriteNumber("length", fields.Read);
        json.WriteBoolean("cut-off", !fields.IsComplete);
        json.WriteString("record", fields.Record.Name);
        WriteIfAny(json, "spec", fields.Record.Spec);
        WriteIfAny(json, "meaning", fields.Record.Doc);
        json.WriteStartArray("fields");
        foreach (var part in fields.Parts)
        {
            json.WriteStartObject();
            json.WriteString("path", part.Path);
            json.WriteNumber("offset", part.Offset);
            json.WriteNumber("width", part.Width);
            json.WriteString("bytes", Convert.ToHexStringLower(part.Bytes.Span));
            json.WriteString("value", part.Value);
            WriteIfAny(json, "meaning", part.Doc);
            Write(json, part.Violations);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, record.Unplaced);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<RecordViolation> violations)
    {
        json.WriteStartArray("violations");
        foreach (var violation in violations)
        {
            json.WriteStartObject();
            json.WriteString("code", violation.Code);
            json.WriteString("path", violation.Path);
            json.WriteNumber("offset", violation.Offset);
            json.WriteString("found", violation.FoundText);
            json.WriteString("expected", violation.ExpectedText);
            WriteIfAny(json, "spec", violation.Spec);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DissectedGuest guest)
    {
        if (guest.Table is not { } table)
        {
            WriteIfAny(json, "not-shown", guest.NotShown);
            return;
        }

        json.WriteNumber("virtual-size", guest.Length);
        PartitionJson.WriteIfAny(json, table);
        Write(json, guest.Structures());
        WriteIfAny(json, "not-read", guest.Failure);
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<DissectedStructure> structures)
    {
        json.WriteStartArray("structures");
        foreach (var structure in structures)
        {
            Write(json, structure);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DissectedStructure part)
    {
        json.WriteStartObject();
        json.WriteString("label", part.Label);
        json.WriteNumber("offset", part.Offset);
        json.WriteNumber("length", part.Length);
        json.WriteBoolean("cut-off", part.IsCutOff);
        WriteIfAny(json, "note", part.Note);
        if (part.Fields is { } dissection)
        {
            json.WriteString("layout", dissection.Layout.Name);
            WriteIfAny(json, "spec", dissection.Layout.Spec);
            WriteIfAny(json, "meaning", dissection.Layout.Doc);
            json.WriteStartArray("fields");
            foreach (var field in dissection.Fields)
            {
                Write(json, field, part.Offset);
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
        if (field.Bits is { } bits)
        {
            json.WriteStartObject("bits");
            json.WriteNumber("shift", bits.Shift);
            json.WriteNumber("count", bits.Count);
            json.WriteEndObject();
        }

        if (field.Overlay is { } overlay)
        {
            json.WriteStartObject("overlay");
            json.WriteString("tag", overlay.Tag);
            json.WriteNumber("value", overlay.Value);
            json.WriteEndObject();
        }

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
