using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    private const string Writer = "global::FormatKit.RecordWriter.";

    private static void EmitWrite(SourceWriter writer, RecordModel record)
    {
        var self = record.Type.Identifier;
        writer.Open(
            $"static int {Contract(self)}.Write(\n    in {self} source, {Bytes} target, int start)");
        writer.Lines($"""
            {(record.IsStruct ? "ref readonly var value = ref source;" : "var value = source;")}
            var at = start;
            """);
        var places = new RecordPlaces(record);
        for (var index = 0; index < record.Fields.Count;)
        {
            index = record.Fields[index].IsPlain
                ? WriteRun(writer, record, places, index)
                : WriteField(writer, record, places, index);
        }

        if (record.Align > 1)
        {
            writer.Lines($"at = {Writer}Align(target, start, at, {record.Align});");
        }

        foreach (var index in record.ChecksumOrder)
        {
            WriteChecksum(writer, record, places, index);
        }

        writer.Lines("return at;");
        writer.Close();
    }

    private static void WriteChecksum(SourceWriter writer, RecordModel record, RecordPlaces places, int index)
    {
        var field = record.Fields[index];
        if (field.Condition is { } condition)
        {
            writer.Open($"if ({Holds(record, condition, member => Property(record, member))})");
        }

        var sum = Sum(record, places, index, (from, to) => $"target[({from})..({to})]", "at");
        Patch(writer, field, places.Start(index), $"unchecked(({field.Type})({sum}))");
        if (field.Condition is not null)
        {
            writer.Close();
        }
    }

    private static int WriteRun(SourceWriter writer, RecordModel record, RecordPlaces places, int first)
    {
        writer.Lines($"var at{first} = at;");
        WriteRoom(writer, first, places.WidthOfRun(first));
        var end = places.EndOfRun(first);
        for (var index = first; index < end; index++)
        {
            WritePlain(writer, record, index, first, places.OffsetInRun(index));
        }

        return end;
    }

    /// <summary>Room for values of fixed width: one look at the length for all of them.</summary>
    private static void WriteRoom(SourceWriter writer, int index, int width) => writer.Lines($"""
        ref var run{index} = ref {Run}.Edit(target, at, {width});
        at += {width};
        """);

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

        var target = $"target.Slice(at{run} + {offset}, {field.Width})";
        var content = Content(field);
        if (field.Kind == "Bytes")
        {
            writer.Lines(field.Reserved switch
            {
                null => $"{content}.CopyTo({target});",
                "ZeroOnWrite" => $"{target}.Clear();",
                _ => $"{Writer}Reserve({content}, {target});",
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
            "TagOf" => $"{Writer}TagOf(value.{target.Identifier})",
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

        writer.Lines($"var at{index} = at;");
        if (field.Condition is { } condition)
        {
            writer.Open($"if ({Holds(record, condition, member => Property(record, member))})");
        }

        if (field.Align > 1)
        {
            writer.Lines($"at = at{index} = {Writer}Align(target, start, at, {field.Align});");
        }

        if (field.Width > 0)
        {
            WriteRoom(writer, index, field.Width);
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
            writer.Lines($"var end{index} = at;");
        }

        return index + 1;
    }

    private static void Patch(SourceWriter writer, RecordFieldModel field, string place, string code) =>
        writer.Lines(WriteValue(
            field.Value!, $"{Run}.Edit(target, {place}, {field.Width})", 0, code, field.Name));
}
