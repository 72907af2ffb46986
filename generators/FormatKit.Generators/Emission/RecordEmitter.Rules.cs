using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    private static void EmitRules(
        SourceWriter writer, RecordModel record, int index, string target, int run, int offset)
    {
        var field = record.Fields[index];
        var value = field.Value!;
        if (value.Shape is NestedShape)
        {
            writer.Lines(
                $"reader.Check<{record.Type.Identifier}, {value.Property.Type}>("
                + $"{index}, at{run} + {offset}, in {target});");
            return;
        }

        var bits = Bits(field, target);
        var magic = value.Magic is { Text: not null } && value.Shape is not FourCCShape
            ? $"{Access}ReadMagic(in run{run}, {offset}, {value.Width})"
            : bits;
        if (value.Magic is { } known)
        {
            Demand("Magic", $"{magic} == {Literals.Hex(known.Value, value.Width)}", magic, known.Value);
        }

        if (value.Constant is { } only)
        {
            Demand("Constant", $"{bits} == {Literals.Hex(only.Value, value.Width)}", bits, only.Value);
        }

        if (value.Shape is EnumShape { RejectsUnknown: true } named)
        {
            var values = string.Join(" or ", named.Names.Select(name => name.Value).Distinct());
            Demand("UnknownValue", $"{bits} is {values}", bits, 0);
        }

        // What these read as does not say which bytes there were.
        var count = $"{Access}ReadUnsigned(in run{run}, {offset}, {value.Width}, ";
        if (value.Shape is BoolShape)
        {
            count += "default)";
            Demand("NotBoolean", $"{count} <= 1", count, 1);
        }
        else if (value.Shape is TimestampShape { Greatest: { } greatest } time)
        {
            count += $"{OrderOf(time.Order)})";
            Demand("Time", $"{count} <= {greatest}", count, greatest);
        }
        else if (value.Shape is TextShape { Encoding: not "Latin1" } text)
        {
            var how = $"{EncodingOf(text.Encoding)}, {Space}TextPadding.{text.Padding}";
            Demand(
                "BadText",
                $"{Space}FixedText.IsText(\n    bytes{run}.Slice({offset}, {value.Width}), {how})", "0", 0);
        }

        EmitValueRules(value, Demand, target, bits);

        void Demand(string kind, string condition, string? found, ulong expected) => writer.Lines($$"""
            if (!({{condition}}))
            {
                reader.Report<{{record.Type.Identifier}}>(
                    {{Space}}ViolationKind.{{kind}}, {{index}}, at{{run}} + {{offset}}, {{found}}, {{expected}});
            }

            """);
    }

    /// <summary>The rules about a value, which is extended to 64 bits by its sign.</summary>
    private static void EmitValueRules(
        FieldModel value, Action<string, string, string?, ulong> demand, string target, string? bits)
    {
        var wide = $"unchecked((ulong){target})";
        if (value.Range is { } range)
        {
            var extent = Literals.Hex(unchecked(range.Maximum - range.Minimum), 8);
            demand(
                "Range", $"unchecked({wide} - {Literals.Hex(range.Minimum, 8)}) <= {extent}", bits, 0);
        }

        if (value.IsPowerOfTwo)
        {
            demand("PowerOfTwo", $"ulong.IsPow2({bits})", bits, 0);
        }

        if (value.OneOf.Count > 0)
        {
            demand("OneOf", $"{wide} is {string.Join(" or ", value.OneOf)}", bits, 0);
        }

        if (value.Flags is { } flags)
        {
            var required = Literals.Hex(flags.Required, 8);
            demand("MissingFlags", $"({bits} & {required}) == {required}", bits, flags.Required);
            if (flags.Known is { } known)
            {
                demand("UnknownFlags", $"({bits} & {Literals.Hex(~known, 8)}) == 0", bits, known);
            }
        }
    }

    private static void EmitChecksumRule(SourceWriter writer, RecordModel record, RecordPlaces places, int index)
    {
        var found = $"f{index}";
        if (record.Fields[index].Condition is not null)
        {
            found = $"found{index}";
            writer.Open($"if (f{index} is {{ }} {found})");
        }

        writer.Lines($$"""
            var sum{{index}} = {{Sum(
                record, places, index, (from, to) => $"reader.Slice({from}, {to})", "reader.Position")}};
            if (sum{{index}} != {{found}})
            {
                reader.Report<{{record.Type.Identifier}}>(
                    {{Space}}ViolationKind.Checksum, {{index}}, {{places.Start(index)}}, {{found}}, sum{{index}});
            }

            """);
        if (record.Fields[index].Condition is not null)
        {
            writer.Close();
        }
    }

    /// <summary>The checksum of the ranges, around the field itself where it stands within.</summary>
    private static string Sum(
        RecordModel record, RecordPlaces places, int index, Func<string, string, string> slice, string end)
    {
        var field = record.Fields[index];
        var sum = field.Checksum!;
        var types = $"<{sum.Algorithm}, {field.Type}, {sum.State}>";
        var pieces = sum.Ranges.SelectMany(range => Pieces(range)).ToList();
        if (pieces.Count == 1 && pieces[0] is { } only)
        {
            return $"{Space}RecordChecksum.Of{types}({only})";
        }

        var state = $"default({sum.State})";
        foreach (var piece in pieces)
        {
            state = piece is null
                ? $"{Space}RecordChecksum.AppendOwn{types}(\n    {state}, {field.Width}, {sum.Fill})"
                : $"{Space}RecordChecksum.Append{types}(\n    {state}, {piece})";
        }

        return $"{Space}RecordChecksum.Finish{types}({state})";

        // Null is the field itself.
        IEnumerable<string?> Pieces(RecordRangeModel range)
        {
            var from = range.First < 0 ? "start" : places.Start(range.First);
            var to = range.Last < 0 ? end : places.End(range.Last);
            if (!range.Holds(index))
            {
                yield return slice(from, to);
                yield break;
            }

            yield return slice(from, places.Start(index));
            if (sum.Self != "Excluded")
            {
                yield return null;
            }

            yield return slice($"{places.Start(index)} + {field.Width}", to);
        }
    }
}
