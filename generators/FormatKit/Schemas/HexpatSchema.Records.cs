using System.Globalization;

namespace FormatKit;

internal static partial class HexpatSchema
{
    public static string Of(RecordInfo record) =>
        Of(new SchemaTypes(record, SchemaNames.Ascii), record.Name, record.Doc, record.Order);

    /// <summary>Whether a record goes on to the end of what encloses it, which then must be told.</summary>
    private static bool GoesOn(RecordInfo record, HashSet<RecordInfo> entered) =>
        entered.Add(record) && record.Fields.Any(field =>
            field.Extent.Kind == RecordExtentKind.Rest
            || (field.Extent.Kind == RecordExtentKind.Own
                && RecordsOf(field).Any(inner => GoesOn(inner, entered))));

    private static IEnumerable<RecordInfo> RecordsOf(RecordFieldInfo field) =>
        (field.Variants?.Variants.Select(variant => variant.Record).Append(field.Variants.Other!) ?? [])
            .Prepend(field.Record!).Where(record => record is not null);

    /// <summary>A record as a struct. One that goes on to the end of what encloses it is a template of that
    /// end.</summary>
    private sealed class RecordPattern(RecordInfo record, SchemaTypes types, ByteOrder order, HashSet<object> declared)
    {
        private readonly string _name = types.NameOf(record);

        public void Write(SchemaWriter writer)
        {
            WriteEnums(writer, _name, record.Fields.Select(field => field.Value).OfType<FieldInfo>());
            foreach (var field in record.Fields)
            {
                WriteItem(writer, field);
            }

            foreach (var inner in record.Fields.SelectMany(RecordsOf).Distinct().Where(inner => !CanUse(inner)))
            {
                writer.Line($"using {types.NameOf(inner)}; // declared below");
            }

            writer.Line($"// {SchemaFacts.OneLine($"{record.Doc} {record.Spec}")}");
            var end = GoesOn(record, []) ? "<auto _end>" : "";
            writer.Block($"struct {_name}{end} {{", () => WriteFields(writer));
            writer.Line("};");
        }

        private bool CanUse(RecordInfo inner) => declared.Contains(inner) || inner == record;

        private void WriteFields(SchemaWriter writer)
        {
            if (record.Align > 1 || record.Fields.Any(field => field.Align > 1))
            {
                writer.Line("u64 _start = $;");
            }

            foreach (var field in record.Fields.Where(field => field.Kind != RecordFieldKind.Tag))
            {
                if (field.Condition is { } condition)
                {
                    writer.Block($"if ({Test(condition, record, "")}) {{", () => WriteField(writer, field));
                    writer.Line("}");
                }
                else
                {
                    WriteField(writer, field);
                }
            }

            WritePadding(writer, record.Align);
        }

        private static void WritePadding(SchemaWriter writer, int alignment)
        {
            if (alignment > 1)
            {
                writer.Line(string.Create(
                    CultureInfo.InvariantCulture,
                    $"padding[({alignment} - ($ - _start) % {alignment}) % {alignment}];"));
            }
        }

        private void WriteField(SchemaWriter writer, RecordFieldInfo field)
        {
            WritePadding(writer, field.Align);
            if (SchemaFacts.PrefixOf(field) is { } prefix)
            {
                writer.Line($"{Declaration(order, _name, Renamed(prefix, PrefixName(field)), types)};");
            }

            var comment = Comment(SchemaFacts.MeaningOf(record, field));
            var name = SchemaNames.Ascii(field.Name);
            switch (field.Kind)
            {
                case RecordFieldKind.Value:
                    writer.Line($"{Declaration(order, _name, field.Value!, types)}{comment};");
                    break;
                case RecordFieldKind.Bytes:
                    writer.Line($"u8 {name}[{Amount(field)}]{comment};");
                    break;
                case RecordFieldKind.Text:
                    var isWide = field.Encoding is TextEncoding.Utf16BigEndian or TextEncoding.Utf16LittleEndian;
                    var type = !isWide ? "char"
                        : field.Encoding == TextEncoding.Utf16BigEndian ? "be char16" : "le char16";
                    var length = field.Extent.Kind == RecordExtentKind.Terminator ? ""
                        : isWide ? $"({Amount(field)}) / 2" : Amount(field);
                    writer.Line($"{type} {name}[{length}]{comment};");
                    break;
                case RecordFieldKind.Record or RecordFieldKind.Variant:
                    WriteBounded(writer, field, comment);
                    break;
                default:
                    WriteArray(writer, field, comment);
                    break;
            }
        }

        /// <summary>A record, or one of several, that ends by itself or where its length says.</summary>
        private void WriteBounded(SchemaWriter writer, RecordFieldInfo field, string comment)
        {
            var end = field.Extent.Kind == RecordExtentKind.Own ? "_end" : $"_{SchemaNames.Ascii(field.Name)}_end";
            if (end != "_end")
            {
                writer.Line($"u64 {end} = $ + {Amount(field)};");
            }

            if (field.Record is { } inner)
            {
                WriteRecord(writer, field, inner, end, comment);
            }
            else
            {
                WriteVariants(writer, field, end, comment);
            }

            if (end != "_end")
            {
                writer.Line($"$ = {end};");
            }
        }

        private void WriteRecord(
            SchemaWriter writer, RecordFieldInfo field, RecordInfo inner, string end, string comment)
        {
            var name = SchemaNames.Ascii(field.Name);
            writer.Line(!GoesOn(inner, []) ? $"{types.NameOf(inner)} {name}{comment};"
                : CanUse(inner) ? $"{types.NameOf(inner)}<{end}> {name}{comment};"
                : $"u8 {name}[{end} - $]{comment}; // a template cannot be announced before it is declared");
        }

        private void WriteVariants(SchemaWriter writer, RecordFieldInfo field, string end, string comment)
        {
            var variants = field.Variants!;
            var tag = record.Find(field.TaggedBy!)!.Value!;
            var keyword = "if";
            foreach (var variant in variants.Variants)
            {
                var condition = new FieldCondition(field.TaggedBy!, ConditionKind.Equal, variant.Tag);
                writer.Block($"{keyword} ({Test(condition, tag, SchemaNames.Ascii(field.TaggedBy!))}) {{", () =>
                    WriteRecord(writer, field, variant.Record, end, comment));
                keyword = "} else if";
            }

            if (variants.Other is { } other)
            {
                writer.Block("} else {", () => WriteRecord(writer, field, other, end, comment));
            }

            writer.Line("}");
        }

        private void WriteArray(SchemaWriter writer, RecordFieldInfo field, string comment)
        {
            var name = SchemaNames.Ascii(field.Name);
            var extent = field.Extent;
            var length = !extent.InBytes && extent.Kind != RecordExtentKind.Until ? Amount(field) : "while(true)";
            if (extent.InBytes)
            {
                var end = extent.Kind == RecordExtentKind.Rest ? "_end" : $"$ + {Amount(field)}";
                writer.Line($"u64 _{name}_end = {end};");
                length = $"while($ < _{name}_end)";
            }

            if (extent.Until is not null)
            {
                writer.Line($"{_name}_{name} {name}[{length}]{comment};");
            }
            else if (field.Value is { } value)
            {
                var element = Declaration(order, _name, value, types);
                writer.Line(element.EndsWith(']')
                    ? $"u8 {name}[({length}) * {value.Width}]{comment};"
                    : $"{element}[{length}]{comment};");
            }
            else
            {
                writer.Line($"{types.NameOf(field.Record!)} {name}[{length}]{comment};");
            }
        }

        /// <summary>An element that may end its array.</summary>
        private void WriteItem(SchemaWriter writer, RecordFieldInfo field)
        {
            if (field.Extent.Until is { } until)
            {
                writer.Block($"struct {_name}_{SchemaNames.Ascii(field.Name)} {{", () =>
                {
                    writer.Line($"{types.NameOf(field.Record!)} element [[inline]];");
                    writer.Block($"if ({Test(until, field.Record!, "element.")}) {{", () => writer.Line("break;"));
                    writer.Line("}");
                });
                writer.Line("};");
                writer.Line();
            }
        }

        /// <summary>How many elements or bytes there are.</summary>
        private string Amount(RecordFieldInfo field)
        {
            var extent = field.Extent;
            var stored = extent.Kind switch
            {
                RecordExtentKind.Fixed => extent.Count.ToString(CultureInfo.InvariantCulture),
                RecordExtentKind.Rest => "_end - $",
                RecordExtentKind.Field => Number(record.Find(extent.Field!)!.Value!, SchemaNames.Ascii(extent.Field!)),
                _ => Number(SchemaFacts.PrefixOf(field)!, PrefixName(field)),
            };
            return extent.Plus == 0 ? stored : string.Create(CultureInfo.InvariantCulture, $"{stored} - {extent.Plus}");
        }

        private static string PrefixName(RecordFieldInfo field) =>
            $"_{SchemaNames.Ascii(field.Name)}_{(field.Extent.InBytes ? "length" : "count")}";

        private static FieldInfo Renamed(FieldInfo field, string name) => new()
        {
            Name = name, Offset = 0, Width = field.Width, Kind = field.Kind, Order = field.Order,
        };

        private static string Test(FieldCondition condition, RecordInfo owner, string prefix) =>
            Test(condition, owner.Find(condition.Member)!.Value!, prefix + SchemaNames.Ascii(condition.Member));

        private static string Test(FieldCondition condition, FieldInfo member, string name)
        {
            if (member.Kind == FieldKind.FourCC && condition.Kind == ConditionKind.Equal)
            {
                var bytes = SchemaFacts.DiskBytes(member, condition.Value);
                return string.Join(" && ", bytes.Select((b, index) => $"{name}[{index}] == {SchemaFacts.Hex(b, 1)}"));
            }

            var number = member.Kind == FieldKind.Signed
                ? $"({Number(member, name)} & {SchemaFacts.Hex(OnesOf(member), member.Width)})"
                : Number(member, name);
            var value = SchemaFacts.Hex(condition.Value, member.Width);
            return condition.Kind switch
            {
                ConditionKind.NotZero => $"{number} != 0",
                ConditionKind.Equal => $"{number} == {value}",
                ConditionKind.HasBits => $"({number} & {value}) == {value}",
                _ => $"{number} >= {value}",
            };
        }

        /// <summary>A field as a number of 64 bits: put together where there is no type of its width.</summary>
        private static string Number(FieldInfo field, string name)
        {
            if (field.Kind == FieldKind.Bool || IntegerType(field, 'u') is not null)
            {
                return $"u64({name})";
            }

            var bytes = Enumerable.Range(0, field.Width).Select(index => string.Create(
                CultureInfo.InvariantCulture,
                $"(u64({name}[{index}]) << {8 * (IsBig(field) ? field.Width - 1 - index : index)})"));
            return $"({string.Join(" | ", bytes)})";
        }

        private static ulong OnesOf(FieldInfo field) => ulong.MaxValue >> (64 - (8 * field.Width));

        private static bool IsBig(FieldInfo field) =>
            field.Kind == FieldKind.FourCC || field.Order == ByteOrder.BigEndian;
    }
}
