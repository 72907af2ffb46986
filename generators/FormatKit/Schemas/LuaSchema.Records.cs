using System.Globalization;

namespace FormatKit;

internal static partial class LuaSchema
{
    public static string Of(RecordInfo record)
    {
        var types = new SchemaTypes(record, SchemaNames.Snake);
        var name = types.NameOf(record);
        var least = string.Create(CultureInfo.InvariantCulture, $"{record.MinimumSize}");
        var about = $"{record.Name}, {least} bytes or more. {record.Doc} {record.Spec}";
        return Document(types, record.Name, about, writer =>
        {
            writer.Line($"if buffer:len() < {least} then return 0 end");
            writer.Line($"packet.cols.protocol = {Text(record.Name)}");
            writer.Line($"local read = dissect.{Key(name)}(buffer, 0, buffer:len(), tree:add(proto, buffer()))");
            writer.Line("return read");
        });
    }

    // What the code of records calls: a branch of the tree also for no bytes, and where a text ends.
    private static void WriteHelpers(SchemaWriter writer)
    {
        writer.Line();
        writer.Block("local function branch(tree, buffer, at, size, label)", () =>
        {
            writer.Line("if size > 0 then return tree:add(buffer(at, size), label) end");
            writer.Line("return tree:add(label)");
        });
        writer.Line("end");
        writer.Line();
        writer.Block("local function text_size(buffer, at, width)", () =>
        {
            writer.Line("local size = 0");
            writer.Line("while buffer(at + size, width):uint() ~= 0 do size = size + width end");
            writer.Line("return size");
        });
        writer.Line("end");
    }

    private static void WriteFields(SchemaWriter writer, RecordInfo record, SchemaTypes types, string protocol)
    {
        var ids = new KaitaiIds(record);
        var name = types.NameOf(record);
        var path = record == types.Outermost ? protocol : $"{protocol}.{name}";
        writer.Block($"fields.{Key(name)} = {{", () =>
        {
            foreach (var field in record.Fields)
            {
                if (SchemaFacts.PrefixOf(field) is { } prefix)
                {
                    WriteProtoField(writer, path, ids.Of(prefix.Name), prefix.Name, prefix, "");
                }

                if (FieldOf(field) is { Kind: not FieldKind.Layout } value)
                {
                    WriteProtoField(
                        writer, path, ids.Of(field.Name), field.Name, value, SchemaFacts.MeaningOf(record, field));
                }
            }
        });
        writer.Line("}");
    }

    /// <summary>What is shown of a field: its value, or each element; null for records.</summary>
    private static FieldInfo? FieldOf(RecordFieldInfo field) => field.Kind switch
    {
        RecordFieldKind.Bytes => new() { Name = field.Name, Offset = 0, Width = 0, Kind = FieldKind.Bytes },
        RecordFieldKind.Text => new()
        {
            Name = field.Name, Offset = 0, Width = 0, Kind = FieldKind.Text, Encoding = field.Encoding,
        },
        _ => field.Value,
    };

    /// <summary>
    /// A record as a function: from where it starts and where it ends at the latest to where it ends, and the numbers
    /// that others look at.
    /// </summary>
    private sealed class RecordDissector(SchemaWriter writer, RecordInfo record, SchemaTypes types)
    {
        private readonly string _name = types.NameOf(record);
        private readonly KaitaiIds _ids = new(record);

        public void Write()
        {
            writer.Block($"function dissect.{Key(_name)}(buffer, at, stop, tree)", () =>
            {
                writer.Line("local start, number = at, {}");
                foreach (var field in record.Fields.Where(field => field.Kind != RecordFieldKind.Tag))
                {
                    if (field.Condition is { } condition)
                    {
                        writer.Block($"if {Test(condition)} then", () => WriteField(field));
                        writer.Line("end");
                    }
                    else
                    {
                        WriteField(field);
                    }
                }

                WritePadding(record.Align);
                writer.Line("return at, number");
            });
            writer.Line("end");
        }

        private string FieldName(string name) => $"fields.{Key(_name)}.{Key(_ids.Of(name))}";

        private string NumberName(string name) => $"number.{Key(_ids.Of(name))}";

        private void WritePadding(int alignment)
        {
            if (alignment > 1)
            {
                writer.Line(string.Create(CultureInfo.InvariantCulture, $"at = at + (start - at) % {alignment}"));
            }
        }

        private void WriteField(RecordFieldInfo field)
        {
            WritePadding(field.Align);
            if (SchemaFacts.PrefixOf(field) is { } prefix)
            {
                WriteValue(prefix, prefix.Name, prefix.Name);
            }

            switch (field.Kind)
            {
                case RecordFieldKind.Value:
                    WriteValue(field.Value!, field.Name, field.Name);
                    break;
                case RecordFieldKind.Bytes or RecordFieldKind.Text:
                    WriteBytes(field);
                    break;
                case RecordFieldKind.Record or RecordFieldKind.Variant:
                    WriteRecord(field);
                    break;
                default:
                    WriteArray(field);
                    break;
            }
        }

        private void WriteValue(FieldInfo value, string name, string label)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"buffer(at, {value.Width})");
            if (value.Kind is FieldKind.Unsigned or FieldKind.Signed or FieldKind.Enum or FieldKind.Bool
                or FieldKind.FourCC && value.Width <= 8)
            {
                writer.Line($"{NumberName(name)} = {Number(value, at)}");
            }

            WriteOne(value, FieldName(name), at, Text(label));
        }

        private void WriteOne(FieldInfo value, string field, string at, string label)
        {
            if (value.Nested is { } layout)
            {
                writer.Line($"dissect.{Key(types.NameOf(layout))}({at}, tree:add({at}, {label}))");
            }
            else
            {
                writer.Line(EncodingOf(value) is { } encoding
                    ? $"tree:add_packet_field({field}, {at}, {encoding})"
                    : $"tree:{Adder(value)}({field}, {at})");
            }

            writer.Line(string.Create(CultureInfo.InvariantCulture, $"at = at + {value.Width}"));
        }

        private void WriteBytes(RecordFieldInfo field)
        {
            var ends = field.Extent.Kind == RecordExtentKind.Terminator;
            var width = field.Encoding is TextEncoding.Utf16BigEndian or TextEncoding.Utf16LittleEndian ? 2 : 1;
            writer.Block("do", () =>
            {
                writer.Line($"local size = {(ends ? $"text_size(buffer, at, {width})" : Amount(field))}");
                writer.Block("if size > 0 then", () => writer.Line(field.Kind == RecordFieldKind.Text
                    ? $"tree:add_packet_field({FieldName(field.Name)}, buffer(at, size), {EncodingOf(FieldOf(field)!)})"
                    : $"tree:add({FieldName(field.Name)}, buffer(at, size))"));
                writer.Line("end");
                writer.Line(ends ? $"at = at + size + {width}" : "at = at + size");
            });
            writer.Line("end");
        }

        private void WriteRecord(RecordFieldInfo field)
        {
            var isBounded = field.Extent.Kind != RecordExtentKind.Own;
            writer.Block("do", () =>
            {
                writer.Line($"local size = {(isBounded ? Amount(field) : "0")}");
                writer.Line($"local item = branch(tree, buffer, at, size, {Text(field.Name)})");
                writer.Line($"local last = {(isBounded ? "at + size" : "stop")}");
                if (field.Record is { } inner)
                {
                    WriteCall(inner);
                }
                else
                {
                    WriteVariants(field);
                }

                if (isBounded)
                {
                    writer.Line("at = last");
                }
            });
            writer.Line("end");
        }

        private void WriteCall(RecordInfo inner) =>
            writer.Line($"at = dissect.{Key(types.NameOf(inner))}(buffer, at, last, item)");

        private void WriteVariants(RecordFieldInfo field)
        {
            var keyword = "if";
            foreach (var variant in field.Variants!.Variants)
            {
                writer.Block(
                    $"{keyword} {NumberName(field.TaggedBy!)} == {Wide(variant.Tag)} then",
                    () => WriteCall(variant.Record));
                keyword = "elseif";
            }

            if (field.Variants.Other is { } other)
            {
                writer.Block("else", () => WriteCall(other));
            }

            writer.Line("end");
        }

        private void WriteArray(RecordFieldInfo field)
        {
            var extent = field.Extent;
            var isCounted = !extent.InBytes && extent.Kind != RecordExtentKind.Until;
            writer.Block("do", () =>
            {
                writer.Line(extent.InBytes ? $"local last = at + {Amount(field)}" : "local last = stop");
                writer.Line($"local index{(isCounted ? $", count = 0, {Amount(field)}" : " = 0")}");
                var more = isCounted ? "index < count" : extent.InBytes ? "at < last" : "true";
                writer.Block($"while {more} do", () =>
                {
                    WriteElement(field);
                    writer.Line("index = index + 1");
                });
                writer.Line("end");
            });
            writer.Line("end");
        }

        private void WriteElement(RecordFieldInfo field)
        {
            var label = $"{Text(field.Name)} .. \"[\" .. index .. \"]\"";
            if (field.Value is { } value)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"buffer(at, {value.Width})");
                WriteOne(value, value.Nested is null ? FieldName(field.Name) : "", at, label);
                return;
            }

            writer.Line($"local item = branch(tree, buffer, at, 0, {label})");
            writer.Line("local element");
            writer.Line($"at, element = dissect.{Key(types.NameOf(field.Record!))}(buffer, at, last, item)");
            if (field.Extent.Until is { } until)
            {
                var ids = new KaitaiIds(field.Record!);
                writer.Line($"if element.{Key(ids.Of(until.Member))} == {Wide(until.Value)} then break end");
            }
        }

        /// <summary>How many elements or bytes there are.</summary>
        private string Amount(RecordFieldInfo field)
        {
            var extent = field.Extent;
            var stored = extent.Kind switch
            {
                RecordExtentKind.Fixed => extent.Count.ToString(CultureInfo.InvariantCulture),
                RecordExtentKind.Rest => "stop - at",
                RecordExtentKind.Field => $"{NumberName(extent.Field!)}:tonumber()",
                _ => $"{NumberName(SchemaFacts.PrefixOf(field)!.Name)}:tonumber()",
            };
            return extent.Plus == 0 ? stored : string.Create(CultureInfo.InvariantCulture, $"{stored} - {extent.Plus}");
        }

        private string Test(FieldCondition condition)
        {
            var number = NumberName(condition.Member);
            var value = Wide(condition.Value);
            if (record.Find(condition.Member)!.Value!.Kind == FieldKind.Bool)
            {
                return $"{number} {(condition.HoldsFor(1) ? "~=" : "==")} {Wide(0)}";
            }

            return condition.Kind switch
            {
                ConditionKind.NotZero => $"{number} ~= {Wide(0)}",
                ConditionKind.Equal => $"{number} == {value}",
                ConditionKind.HasBits => $"{number}:band({value}) == {value}",
                _ => $"{number} >= {value}",
            };
        }
    }
}
