using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    private static void EmitWrite(SourceWriter writer, RecordModel record)
    {
        var self = record.Type.Identifier;
        writer.Open($"static void {Contract(self)}.Write(in {self} value, ref {Space}RecordWriter writer)");
        writer.Lines("var start = writer.Position;");
        var places = new RecordPlaces(record);
        for (var index = 0; index < record.Fields.Count;)
        {
            index = record.Fields[index].IsPlain
                ? WriteRun(writer, record, places, index)
                : WriteField(writer, record, places, index);
        }

        if (record.Align > 1)
        {
            writer.Lines($"writer.Align(start, {record.Align});");
        }

        foreach (var index in record.ChecksumOrder)
        {
            var field = record.Fields[index];
            var sum = Sum(record, places, index, "writer.Slice", "writer.Position");
            Patch(writer, field, places.Start(index), $"unchecked(({field.Type})({sum}))");
        }

        writer.Close();
    }

    private static int WriteRun(SourceWriter writer, RecordModel record, RecordPlaces places, int first)
    {
        writer.Lines($"""
            var at{first} = writer.Position;
            var bytes{first} = writer.Take({places.WidthOfRun(first)});
            ref var run{first} = ref {Run}.Edit(bytes{first});
            """);
        var end = places.EndOfRun(first);
        for (var index = first; index < end; index++)
        {
            WritePlain(writer, record, index, first, places.OffsetInRun(index));
        }

        return end;
    }

    private static void WritePlain(SourceWriter writer, RecordModel record, int index, int run, int offset)
    {
        var field = record.Fields[index];
        if (field.Kind == "Value")
        {
            var value = field.Value!;
            writer.Lines(value switch
            {
                { Magic: { } magic } =>
                    magic.Text is null
                        ? WriteValue(value, $"run{run}", offset, Fixed(field, magic.Value), field.Name)
                        : $"{Access}WriteMagic(ref run{run}, {offset}, {value.Width}, "
                            + $"{Literals.Hex(magic.Value, value.Width)});",
                { Constant: { } constant } =>
                    WriteValue(value, $"run{run}", offset, Fixed(field, constant.Value), field.Name),
                _ => WriteValue(value, $"run{run}", offset, Computed(record, index), field.Name),
            });
            return;
        }

        var target = $"bytes{run}.Slice({offset}, {field.Width})";
        var content = Content(field);
        if (field.Kind == "Bytes")
        {
            writer.Lines(field.Reserved switch
            {
                null => $"{content}.CopyTo({target});",
                "ZeroOnWrite" => $"{target}.Clear();",
                _ => $"{Space}RecordWriter.Reserve({content}, {target});",
            });
            return;
        }

        writer.Lines($"var many{index} = {target};");
        WriteMany(writer, record, index);
    }

    private static string Fixed(RecordFieldModel field, ulong value) =>
        $"unchecked(({field.Type}){Literals.Hex(value, field.Width)})";

    /// <summary>What is written: the property, or what it is computed from.</summary>
    private static string Computed(RecordModel record, int index)
    {
        var field = record.Fields[index];
        if (field.Checksum is not null)
        {
            return $"default({field.Type})";
        }

        if (field.Target < 0)
        {
            return Plain(field);
        }

        var target = record.Fields[field.Target];
        var extent = target.Extent;
        var code = field.TargetRole switch
        {
            "TagOf" => $"{Space}RecordWriter.TagOf(value.{target.Identifier})",
            _ when Length(target) is { } length => $"{length} + {extent.Plus}L",
            _ => $"{extent.Plus}L",
        };
        return field.Value!.Shape is FourCCShape
            ? $"new {Space}FourCC((uint)({code}))"
            : $"unchecked(({field.Type})({code}))";
    }

    /// <summary>The number that says how much there is, where it is known before it is written.</summary>
    private static string? Length(RecordFieldModel field) => field switch
    {
        { Kind: "Bytes" or "Values", Extent.InBytes: true } => $"{Content(field)}.Length * {field.Value?.Width ?? 1}L",
        { Kind: "Values" or "Records", Extent.InBytes: false } => $"{Content(field)}.Length",
        _ => null,
    };

    private static int WriteField(SourceWriter writer, RecordModel record, RecordPlaces places, int index)
    {
        var field = record.Fields[index];
        if (field.Kind == "Tag")
        {
            return index + 1;
        }

        writer.Lines($"var at{index} = writer.Position;");
        if (field.Condition is { } condition)
        {
            writer.Open($"if ({Holds(record, condition, member => Property(record, member))})");
        }

        if (field.Align > 1)
        {
            writer.Lines($"writer.Align(start, {field.Align});\nat{index} = writer.Position;");
        }

        if (field.Width > 0)
        {
            writer.Lines($"""
                var bytes{index} = writer.Take({field.Width});
                ref var run{index} = ref {Run}.Edit(bytes{index});
                """);
            WritePlain(writer, record, index, index, 0);
        }
        else
        {
            WriteVarying(writer, record, places, index);
        }

        if (field.Condition is not null)
        {
            writer.Close();
        }

        if (places.NeedsEnd(index))
        {
            writer.Lines($"var end{index} = writer.Position;");
        }

        return index + 1;
    }

    private static void WriteVarying(SourceWriter writer, RecordModel record, RecordPlaces places, int index)
    {
        var (field, extent) = (record.Fields[index], record.Fields[index].Extent);
        if (extent.Prefix is { } prefix)
        {
            writer.Lines($"""
                var prefix{index} = writer.Position;
                writer.Take({prefix.Width}).Clear();
                """);
        }

        writer.Lines($"var from{index} = writer.Position;");
        switch (field.Kind)
        {
            case "Bytes":
                writer.Lines($"writer.WriteBytes({Content(field)});");
                break;
            case "Text":
                writer.Lines($"writer.WriteText({Plain(field)}, {EncodingOf(field.Encoding!)}, "
                    + $"{Literals.Bool(extent.Kind == "Terminator")});");
                break;
            case "Values":
                writer.Lines($"var many{index} = writer.Take({Content(field)}.Length * {field.Value!.Width});");
                WriteMany(writer, record, index);
                break;
            case "Records":
                writer.Lines($"writer.WriteRecords<{field.Element}>({Content(field)});");
                break;
            case "Record":
                writer.Lines($"writer.WriteRecord<{field.Element}>({Plain(field)});");
                break;
            default:
                writer.Lines($"writer.WriteVariant<{field.Element}>({Plain(field)});");
                break;
        }

        var number = extent.InBytes ? $"writer.Position - from{index} + {extent.Plus}L"
            : extent.Kind is "Field" or "Prefix" ? $"{Content(field)}.Length + {extent.Plus}L" : "0";
        if (extent.Prefix is { } before)
        {
            writer.Lines(WriteValue(
                before, $"{Run}.Edit(writer.At(prefix{index}, {before.Width}))", 0,
                $"unchecked(({before.Property.Type})({number}))", string.Empty));
        }
        else if (extent.Kind == "Field" && Length(field) is null)
        {
            var counter = record.Fields[extent.Field];
            Patch(writer, counter, places.Start(extent.Field), $"unchecked(({counter.Type})({number}))");
        }
    }

    private static void Patch(SourceWriter writer, RecordFieldModel field, string place, string code) =>
        writer.Lines(WriteValue(
            field.Value!, $"{Run}.Edit(writer.At({place}, {field.Width}))", 0, code, field.Name));

    /// <summary>Values of one width, into <c>many</c> and the index.</summary>
    private static void WriteMany(SourceWriter writer, RecordModel record, int index)
    {
        var field = record.Fields[index];
        var value = field.Value!;
        var content = Content(field);
        if (value.Shape is NestedShape)
        {
            writer.Lines($"{Space}RecordWriter.Layouts<{field.Element}>({content}, many{index});");
        }
        else if (IsBulk(value))
        {
            var order = OrderOf(((NumberShape)value.Shape).Order);
            writer.Lines($"{Space}Tables.Encode<{field.Element}>({content}, many{index}, {order});");
        }
        else
        {
            var write = WriteValue(
                value, $"{Run}.Edit(many{index}[(element * {value.Width})..])", 0,
                $"{content}[element]", field.Name);
            writer.Open($"for (var element = 0; element < {content}.Length; element++)");
            writer.Lines(write);
            writer.Close();
        }
    }
}
