using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    private static void WriteVarying(SourceWriter writer, RecordModel record, RecordPlaces places, int index)
    {
        var (field, extent) = (record.Fields[index], record.Fields[index].Extent);
        if (extent.Prefix is { } prefix)
        {
            writer.Lines($"at += {prefix.Width};");
        }

        writer.Lines($"var from{index} = at;");
        var content = field.Kind switch
        {
            "Bytes" => $"Bytes({Content(field)}, target, at)",
            "Text" => $"Text({Plain(field)}, {EncodingOf(field.Encoding!)}, "
                + $"{Literals.Bool(extent.Kind == "Terminator")}, target, at)",
            "Records" => $"Records<{field.Element}>({Content(field)}, target, at)",
            "Record" => $"Record<{field.Element}>({Plain(field)}, target, at)",
            "Variant" => $"Variant<{field.Element}>({Plain(field)}, target, at)",
            _ => null,
        };
        if (content is null)
        {
            writer.Lines($"""
                var many{index} = target.Slice(at, {Content(field)}.Length * {field.Value!.Width});
                at += many{index}.Length;
                """);
            WriteMany(writer, record, index);
        }
        else
        {
            writer.Lines($"at = {Writer}{content};");
        }

        var number = extent.InBytes ? $"at - from{index} + {extent.Plus}L"
            : extent.Kind is "Field" or "Prefix" ? $"{Content(field)}.Length + {extent.Plus}L" : "0";
        if (extent.Prefix is { } before)
        {
            writer.Lines(WriteValue(
                before, $"{Run}.Edit(target, from{index} - {before.Width}, {before.Width})", 0,
                $"unchecked(({before.Property.Type})({number}))", string.Empty));
        }
        else if (extent.Kind == "Field" && Length(field) is null)
        {
            var counter = record.Fields[extent.Field];
            Patch(writer, counter, places.Start(extent.Field), $"unchecked(({counter.Type})({number}))");
        }
    }

    /// <summary>Values of one width, into <c>many</c> and the index.</summary>
    private static void WriteMany(SourceWriter writer, RecordModel record, int index)
    {
        var field = record.Fields[index];
        var value = field.Value!;
        var content = Content(field);
        if (value.Shape is NestedShape)
        {
            writer.Lines($"{Writer}Layouts<{field.Element}>({content}, many{index});");
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
