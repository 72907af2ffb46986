using System.Globalization;

namespace FormatKit;

internal sealed partial class RecordWalk
{
    private const int ElementsShown = 8;

    private bool AddValue(RecordFieldInfo field, string path, Dictionary<string, ulong> integers)
    {
        var value = field.Value!;
        if (value.Width > Left)
        {
            return CutOff(field, path);
        }

        var bytes = whole.AsSpan(Position, value.Width);
        if (IntegerOf(value, bytes) is { } integer)
        {
            integers[field.Name] = integer;
        }

        if (value.Nested is { } nested)
        {
            AddLayout(field, nested, path);
            return true;
        }

        AddRow(path, value.Width, FieldWords.Of(value, bytes), field, value);
        return true;
    }

    /// <summary>The bits that conditions and numbers look at.</summary>
    private static ulong? IntegerOf(FieldInfo value, ReadOnlySpan<byte> bytes) =>
        value.Kind == FieldKind.Bool ? bytes[0] == 0 ? 0u : 1u : value.ReadInteger(bytes);

    private void AddLayout(RecordFieldInfo field, LayoutInfo layout, string path)
    {
        var start = Position;
        foreach (var row in Dissector.Dissect(layout, whole.AsSpan(start, layout.Size)).Fields)
        {
            var at = $"{path}.{row.Path}";
            Parts.Add(new DissectedPart(
                at, start + row.Offset, whole.AsMemory(start + row.Offset, row.Width), row.Value, row.Doc,
                ViolationsAt(at), field, row.Field));
        }

        Position = start + layout.Size;
    }

    private bool AddValues(RecordFieldInfo field, string path, long number)
    {
        var value = field.Value!;
        var count = field.Extent.InBytes ? Left / value.Width : number;
        if (count * value.Width > Left)
        {
            return CutOff(field, path);
        }

        if (value.Nested is { } nested)
        {
            var run = new ElementRun(this, field, path);
            for (var index = 0; index < count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (start, first) = (Position, Parts.Count);
                AddLayout(field, nested, RecordPath.Element(path, index));
                run.Add(index, start, first);
            }

            run.End(Parts.Count);
            return true;
        }

        var words = new List<string>();
        for (var index = 0; index < Math.Min(count, ElementsShown); index++)
        {
            words.Add(FieldWords.Of(value, whole.AsSpan(Position + (index * value.Width), value.Width)));
        }

        if (count > ElementsShown)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"… ({count} elements)"));
        }

        var listed = words.Count == 0 ? FieldWords.None : string.Join(", ", words);
        AddRow(path, (int)count * value.Width, listed, field, null);
        return true;
    }

    private bool AddText(RecordFieldInfo field, string path)
    {
        var (width, ends) = (RecordText.WidthOf(field.Encoding), field.Extent.Kind == RecordExtentKind.Terminator);
        var bytes = whole.AsSpan(Position, Left);
        var length = ends ? RecordText.IndexOfNul(bytes, width) : bytes.Length;
        if (length < 0)
        {
            return CutOff(field, path);
        }

        if (length > field.Extent.Max)
        {
            return Stop(field, path, length, $"not read: {length} bytes are above the limit of {field.Extent.Max}");
        }

        RecordText.TryDecode(bytes[..length], field.Encoding, out var text);
        AddRow(path, length, TextForm.Quote(text), field, null);
        Position += ends ? width : 0;
        return true;
    }

    private bool CutOff(RecordFieldInfo field, string path)
    {
        var there = Left;
        return Stop(field, path, there, there == 0
            ? "missing"
            : string.Create(CultureInfo.InvariantCulture, $"cut off after {there} byte{(there == 1 ? "" : "s")}"));
    }

    private bool Stop(RecordFieldInfo field, string path, int width, string why)
    {
        AddRow(path, width, why, field, null);
        return false;
    }

    private void AddRow(string path, int width, string value, RecordFieldInfo field, FieldInfo? element)
    {
        Parts.Add(new DissectedPart(
            path, Position, whole.AsMemory(Position, width), value, field.Doc, ViolationsAt(path), field, element));
        Position += width;
    }

    private IReadOnlyList<RecordViolation> ViolationsAt(string path) =>
        _violations.Contains(path) ? [.. _violations[path]] : [];
}
