using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    private static void EmitRead(SourceWriter writer, RecordModel record)
    {
        var self = record.Type.Identifier;
        writer.Open($"static bool {Contract(self)}.Read(ref {Space}RecordReader reader, out {self} value)");
        writer.Lines("""
            value = default!;
            var start = reader.Position;
            """);
        var places = new RecordPlaces(record);
        for (var index = 0; index < record.Fields.Count;)
        {
            index = record.Fields[index].IsPlain
                ? ReadRun(writer, record, places, index)
                : ReadField(writer, record, places, index);
        }

        if (record.Align > 1 && record.Fields.Count > 0)
        {
            EmitAlign(writer, self, record.Fields.Count - 1, record.Align);
        }

        foreach (var index in record.ChecksumOrder)
        {
            EmitChecksumRule(writer, record, places, index);
        }

        writer.Open($"value = new {self}");
        for (var index = 0; index < record.Fields.Count; index++)
        {
            if (record.Fields[index].Kind != "Tag")
            {
                writer.Lines($"{record.Fields[index].Identifier} = f{index},");
            }
        }

        writer.Close("};");
        for (var index = 0; index < record.Rules.Count; index++)
        {
            EmitRule(writer, record, places, index);
        }

        writer.Lines("return true;");
        writer.Close();
    }

    private static void EmitAlign(SourceWriter writer, string self, int index, int align) => writer.Lines($$"""
        if (!reader.TryAlign<{{self}}>({{index}}, start, {{align}}))
        {
            return reader.Fail<{{self}}>({{index}});
        }
        """);

    /// <summary>Consecutive fields of fixed width: one look at the length for all of them.</summary>
    /// <returns>The index of the field after them.</returns>
    private static int ReadRun(SourceWriter writer, RecordModel record, RecordPlaces places, int first)
    {
        var self = record.Type.Identifier;
        var end = places.EndOfRun(first);
        var width = places.WidthOfRun(first);
        writer.Lines($$"""
            var at{{first}} = reader.Position;
            if (!reader.TryTake({{width}}, out var bytes{{first}}))
            {
                return reader.Fail<{{self}}>({{first}});
            }

            ref readonly var run{{first}} = ref {{Run}}.Over(bytes{{first}});
            """);
        for (var index = first; index < end; index++)
        {
            ReadPlain(writer, record, index, $"f{index}", first, places.OffsetInRun(index));
        }

        return end;
    }

    private static void ReadPlain(
        SourceWriter writer, RecordModel record, int index, string target, int run, int offset)
    {
        var (self, field) = (record.Type.Identifier, record.Fields[index]);
        if (field.Kind == "Value")
        {
            writer.Lines($"var {target} = {ReadValue(field.Value!, $"run{run}", offset)};");
            EmitRules(writer, record, index, target, run, offset);
            return;
        }

        var bytes = $"bytes{run}.Slice({offset}, {field.Width})";
        if (field.Kind == "Bytes")
        {
            writer.Lines($"var {target} = {bytes}.ToArray();");
            if (field.Reserved == "MustBeZero")
            {
                writer.Lines($"reader.CheckZero<{self}>({index}, at{run} + {offset}, {target});");
            }

            return;
        }

        writer.Lines($"var many{index} = {bytes};");
        ReadMany(writer, record, index, target, $"at{run} + {offset}");
    }

    /// <summary>A field that is not always there, or whose place or size varies.</summary>
    private static int ReadField(SourceWriter writer, RecordModel record, RecordPlaces places, int index)
    {
        var (self, field) = (record.Type.Identifier, record.Fields[index]);
        if (field.Kind == "Tag")
        {
            return index + 1;
        }

        var target = $"f{index}";
        if (field.Condition is { } condition)
        {
            writer.Lines($"{field.Type}? f{index} = null;");
            writer.Lines($"var at{index} = reader.Position;");
            writer.Open($"if ({Holds(record, condition, member => $"f{member}")})");
            target = $"v{index}";
        }

        if (field.Align > 1)
        {
            EmitAlign(writer, self, index, field.Align);
        }

        writer.Lines(field.Condition is null ? $"var at{index} = reader.Position;" : $"at{index} = reader.Position;");
        if (field.Width > 0)
        {
            writer.Lines($$"""
                if (!reader.TryTake({{field.Width}}, out var bytes{{index}}))
                {
                    return reader.Fail<{{self}}>({{index}});
                }

                ref readonly var run{{index}} = ref {{Run}}.Over(bytes{{index}});
                """);
            ReadPlain(writer, record, index, target, index, 0);
        }
        else
        {
            ReadVarying(writer, record, index, target);
        }

        if (field.Condition is not null)
        {
            writer.Lines($"f{index} = v{index};");
            writer.Close();
            ReadAbsent(writer, record, places, index);
        }

        if (places.NeedsEnd(index))
        {
            writer.Lines($"var end{index} = reader.Position;");
        }

        return index + 1;
    }

    /// <summary>What is not there has no count: on writing it would be lost.</summary>
    private static void ReadAbsent(SourceWriter writer, RecordModel record, RecordPlaces places, int index)
    {
        var extent = record.Fields[index].Extent;
        var tag = record.Fields[index].TaggedBy;
        if (tag >= 0)
        {
            var bits = Bits(record.Fields[tag], $"f{tag}");
            writer.Lines($$"""
                if (f{{index}} is null && {{bits}} != 0)
                {
                    reader.Report<{{record.Type.Identifier}}>(
                        {{Space}}ViolationKind.AbsentCount, {{tag}}, {{places.Start(tag)}}, {{bits}}, 0);
                }

                """);
        }

        if (extent.Kind == "Field")
        {
            writer.Lines($$"""
                if (f{{index}} is null && f{{extent.Field}} != {{extent.Plus}})
                {
                    reader.Report<{{record.Type.Identifier}}>(
                        {{Space}}ViolationKind.AbsentCount, {{extent.Field}}, {{places.Start(extent.Field)}},
                        f{{extent.Field}}, {{extent.Plus}});
                }
                """);
        }
    }

    private static string Holds(RecordModel record, RecordConditionModel condition, Func<int, string> read)
    {
        var bits = Bits(record.Fields[condition.Member], read(condition.Member));
        return condition.Kind switch
        {
            "NotZero" => $"{bits} != 0",
            "Equal" => $"{bits} == {condition.Value}",
            "HasBits" => $"({bits} & {condition.Value}) == {condition.Value}",
            _ => $"{bits} >= {condition.Value}",
        };
    }
}
