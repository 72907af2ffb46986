using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    private static void EmitMeasure(SourceWriter writer, RecordModel record)
    {
        var self = record.Type.Identifier;
        writer.Open($"static void {Contract(self)}.Measure(in {self} value, ref {Space}RecordSizer sizer)");
        if (record.Align > 1 || record.Fields.Any(field => field.Align > 1))
        {
            writer.Lines("var start = sizer.Position;");
        }

        for (var index = 0; index < record.Fields.Count; index++)
        {
            MeasureField(writer, record, index);
        }

        if (record.Align > 1)
        {
            writer.Lines($"sizer.Align(start, {record.Align});");
        }

        writer.Close();
    }

    private static void MeasureField(SourceWriter writer, RecordModel record, int index)
    {
        var (self, field) = (record.Type.Identifier, record.Fields[index]);
        if (field.Kind == "Tag")
        {
            return;
        }

        if (field.Condition is { } condition)
        {
            var holds = Holds(record, condition, member => Property(record, member));
            writer.Lines($"var holds{index} = {holds};");
            if (field.Checksum is null)
            {
                writer.Lines(
                    $"{Space}RecordSizer.Present<{self}>({index}, value.{field.Identifier} is not null, "
                    + $"holds{index});");
            }

            writer.Open($"if (holds{index})");
        }

        if (field.Align > 1)
        {
            writer.Lines($"sizer.Align(start, {field.Align});");
        }

        if (field.Extent.Prefix is { } prefix)
        {
            writer.Lines($"sizer.Add({prefix.Width});");
        }

        MeasureContent(writer, record, index);
        if (field.Condition is not null)
        {
            writer.Close();
        }
    }

    private static void MeasureContent(SourceWriter writer, RecordModel record, int index)
    {
        var (self, field, extent) = (record.Type.Identifier, record.Fields[index], record.Fields[index].Extent);
        var content = Content(field);
        switch (field.Kind)
        {
            case "Value":
                writer.Lines($"sizer.Add({field.Width});");
                break;
            case "Bytes" or "Values" when extent.Kind == "Fixed":
                var exactly = $"{Space}RecordSizer.Exactly<{self}>({index}, {content}.Length, {extent.Count});";
                if (field.Reserved is null)
                {
                    writer.Lines(exactly);
                }
                else if (field.Reserved != "ZeroOnWrite")
                {
                    writer.Lines($"if ({content}.Length != 0)\n{{\n    {exactly}\n}}\n");
                }

                writer.Lines($"sizer.Add({field.Width});");
                break;
            case "Bytes" or "Values":
                var width = field.Value?.Width ?? 1;
                var number = extent.InBytes && width > 1 ? $"{content}.Length * {width}L" : $"{content}.Length";
                writer.Lines($"""
                    {Space}RecordSizer.Limit<{self}>({index}, {number}, {Limit(record, extent)});
                    sizer.Add({content}.Length * {width}L);
                    """);
                break;
            case "Text":
                var isTerminated = Literals.Bool(extent.Kind == "Terminator");
                writer.Lines($"""
                    {Space}RecordSizer.Limit<{self}>(
                        {index},
                        sizer.AddText<{self}>(
                            {index}, {Plain(field)}, {EncodingOf(field.Encoding!)}, {isTerminated}),
                        {Limit(record, extent)});
                    """);
                break;
            default:
                MeasureRecords(writer, record, index);
                break;
        }
    }

    private static void MeasureRecords(SourceWriter writer, RecordModel record, int index)
    {
        var (self, field, extent) = (record.Type.Identifier, record.Fields[index], record.Fields[index].Extent);
        var types = $"<{self}, {field.Element}>";
        if (field.Kind == "Records")
        {
            var content = Content(field);
            if (extent.Until is { } until)
            {
                writer.Lines($"""
                    {Space}RecordSizer.Limit<{self}>({index}, {content}.Length, {until.Max});
                    {Space}RecordSizer.Ends{types}(
                        {index}, {content}, {LastWritten(until)}, {Literals.Bool(extent.NeedsLast)});
                    """);
            }

            if (extent is { InBytes: false, Kind: "Field" or "Prefix" })
            {
                writer.Lines($"{Space}RecordSizer.Limit<{self}>({index}, {content}.Length, {Limit(record, extent)});");
            }
            else if (extent.Kind == "Fixed")
            {
                writer.Lines($"{Space}RecordSizer.Exactly<{self}>({index}, {content}.Length, {extent.Count});");
            }
        }

        var call = field.Kind switch
        {
            "Record" => $"sizer.AddRecord{types}({index}, {Plain(field)});",
            "Variant" => $"sizer.AddVariant{types}({index}, {Plain(field)});",
            _ => $"sizer.AddRecords{types}({index}, {Content(field)});",
        };
        writer.Lines(!extent.InBytes ? call : $"""
            var at{index} = sizer.Position;
            {call}
            {Space}RecordSizer.Limit<{self}>({index}, sizer.Position - at{index}, {Limit(record, extent)});
            """);
    }

    /// <summary>The declared limit, or what the number that says how much there is can hold.</summary>
    private static string Limit(RecordModel record, RecordExtentModel extent)
    {
        var width = extent.Prefix?.Width ?? (extent.Field >= 0 ? record.Fields[extent.Field].Width : 8);
        var most = width >= 4 && extent.Plus == 0 ? (ulong)extent.Max
            : Math.Min((ulong)extent.Max, Parsing.FormatParser.MaximumOf(width) - (ulong)extent.Plus);
        return most.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Property(RecordModel record, int index) => $"value.{record.Fields[index].Identifier}";

    /// <summary>The value of a property that is there.</summary>
    private static string Plain(RecordFieldModel field) => field switch
    {
        { IsNullableStruct: true } => $"value.{field.Identifier}.GetValueOrDefault()",
        { Condition: not null } => $"value.{field.Identifier}!",
        _ => $"value.{field.Identifier}",
    };

    /// <summary>Elements or bytes as a span; none where there is null.</summary>
    private static string Content(RecordFieldModel field) => field switch
    {
        { IsMemory: true } => $"{Plain(field)}.Span",
        { Kind: "Bytes" } => $"new global::System.ReadOnlySpan<byte>({Plain(field)})",
        _ => $"new global::System.ReadOnlySpan<{field.Element}>({Plain(field)})",
    };
}
