using System.Globalization;

namespace FormatKit;

internal static partial class KaitaiSchema
{
    /// <summary>
    /// A record as a type. What a length in bytes bounds is read from a stream of its own; an array so bounded is a
    /// type of its own, since the size of a repeated item is that of each.
    /// </summary>
    private sealed class RecordBody(RecordInfo record, SchemaTypes types, SchemaWriter inner, SchemaWriter enums)
    {
        private readonly string _name = types.NameOf(record);
        private readonly KaitaiIds _ids = new(record);
        private readonly SchemaWriter _computed = new(2);
        private string? _start;

        public void Write(SchemaWriter writer)
        {
            WriteHead(writer, record.Doc, record.Spec);
            var sequence = new SchemaWriter(2);
            if (record.Align > 1 || record.Fields.Any(field => field.Align > 1))
            {
                WriteStart(sequence);
            }

            foreach (var field in record.Fields.Where(field => field.Kind != RecordFieldKind.Tag))
            {
                WriteField(sequence, field);
            }

            WritePadding(sequence, "padding", record.Align, null);
            if (sequence.IsEmpty)
            {
                writer.Line("seq: []");
            }
            else
            {
                writer.Block("seq:", () => writer.Include(sequence));
            }

            WriteInstances(writer, _computed);
        }

        /// <summary>Paddings count from the start of the record: an instance remembers where it was first asked
        /// for.</summary>
        private void WriteStart(SchemaWriter writer)
        {
            _start = _ids.Extra("start_of_record");
            _computed.Block($"{_start}:", () => _computed.Line("value: _io.pos"));
            writer.Block($"- id: {_ids.Extra("at_start")}", () =>
            {
                writer.Line("size: 0");
                writer.Line($"if: '{_start} >= 0'");
            });
        }

        private void WritePadding(SchemaWriter writer, string id, int alignment, string? condition)
        {
            if (alignment > 1)
            {
                writer.Block($"- id: {_ids.Extra(id)}", () =>
                {
                    writer.Line(string.Create(
                        CultureInfo.InvariantCulture, $"size: '({_start} - _io.pos) % {alignment}'"));
                    WriteIf(writer, condition);
                });
            }
        }

        private void WriteField(SchemaWriter writer, RecordFieldInfo field)
        {
            var condition = field.Condition is { } when ? Test(when) : null;
            WritePadding(writer, _ids.Of(field.Name) + "_padding", field.Align, condition);
            if (SchemaFacts.PrefixOf(field) is { } prefix)
            {
                WriteNumber(writer, prefix, "", condition, null);
            }

            if (field is { Kind: RecordFieldKind.Value, Value: { } value })
            {
                WriteNumber(writer, value, SchemaFacts.MeaningOf(record, field), condition, field.Spec);
                WriteEnums(enums, _name, value, _ids);
                return;
            }

            writer.Block($"- id: {_ids.Of(field.Name)}", () =>
            {
                WriteContent(writer, field);
                WriteIf(writer, condition);
                writer.Line($"-orig-id: {Text(field.Name)}");
                WriteDoc(writer, SchemaFacts.MeaningOf(record, field), field.Spec);
            });
        }

        private void WriteNumber(
            SchemaWriter writer, FieldInfo value, string meaning, string? condition, string? spec)
        {
            WriteValue(writer, _name, value, types, _ids, () => WriteDoc(writer, meaning, spec), condition);
            WriteComputed(_computed, value, _ids, condition);
        }

        private void WriteContent(SchemaWriter writer, RecordFieldInfo field)
        {
            switch (field.Kind)
            {
                case RecordFieldKind.Bytes:
                    WriteSize(writer, field);
                    break;
                case RecordFieldKind.Text:
                    writer.Line(field.Extent.Kind == RecordExtentKind.Terminator ? "type: strz" : "type: str");
                    WriteSize(writer, field);
                    writer.Line($"encoding: {EncodingName(field.Encoding)}");
                    break;
                case RecordFieldKind.Record:
                    writer.Line($"type: {types.NameOf(field.Record!)}");
                    WriteSize(writer, field);
                    break;
                case RecordFieldKind.Variant:
                    WriteVariants(writer, field);
                    WriteSize(writer, field);
                    break;
                default:
                    WriteArray(writer, field);
                    break;
            }
        }

        private void WriteSize(SchemaWriter writer, RecordFieldInfo field)
        {
            if (field.Extent.Kind == RecordExtentKind.Rest)
            {
                writer.Line("size-eos: true");
            }
            else if (field.Extent.Kind is not (RecordExtentKind.Own or RecordExtentKind.Terminator))
            {
                writer.Line($"size: '{Amount(field)}'");
            }
        }

        /// <summary>How many elements or bytes there are.</summary>
        private string Amount(RecordFieldInfo field)
        {
            var extent = field.Extent;
            var stored = extent.Kind switch
            {
                RecordExtentKind.Fixed => extent.Count.ToString(CultureInfo.InvariantCulture),
                RecordExtentKind.Field => _ids.Of(extent.Field!),
                _ => _ids.Of(SchemaFacts.PrefixOf(field)!.Name),
            };
            return extent.Plus == 0 ? stored : string.Create(CultureInfo.InvariantCulture, $"{stored} - {extent.Plus}");
        }

        private void WriteArray(SchemaWriter writer, RecordFieldInfo field)
        {
            var extent = field.Extent;
            if (extent.Kind == RecordExtentKind.Until)
            {
                WriteElements(writer, field, $"repeat-until: '{Ends(field, "_")}'");
            }
            else if (!extent.InBytes)
            {
                WriteElements(writer, field, $"repeat-expr: '{Amount(field)}'");
            }
            else if (extent.Kind == RecordExtentKind.Rest && extent.Until is null)
            {
                WriteElements(writer, field, null);
            }
            else
            {
                writer.Line($"type: {List(field)}");
                WriteSize(writer, field);
            }
        }

        private void WriteElements(SchemaWriter writer, RecordFieldInfo field, string? until)
        {
            if (field is { Kind: RecordFieldKind.Values, Value: { } value })
            {
                WriteElementType(writer, field, value);
            }
            else
            {
                writer.Line($"type: {types.NameOf(field.Record!)}");
            }

            writer.Line($"repeat: {(until is null ? "eos" : until.StartsWith("repeat-u", StringComparison.Ordinal)
                ? "until"
                : "expr")}");
            if (until is not null)
            {
                writer.Line(until);
            }
        }

        /// <summary>An integer without a type of its own is put together in one.</summary>
        private void WriteElementType(SchemaWriter writer, RecordFieldInfo field, FieldInfo value)
        {
            if (!IsSplit(value) && !IsSignedByHand(value))
            {
                WriteType(writer, _name, value, types, _ids);
                WriteEnums(enums, _name, value, _ids);
                return;
            }

            var name = types.Extra($"{_name}_{_ids.Of(field.Name)}_item");
            var ids = new KaitaiIds(value, "value");
            inner.Block($"{name}:", () =>
            {
                inner.Block("seq:", () => WriteValue(inner, name, value, types, ids, () => { }));
                inner.Block("instances:", () => WriteComputed(inner, value, ids, null));
            });
            writer.Line($"type: {name}");
        }

        /// <summary>A type for an array of so many bytes.</summary>
        private string List(RecordFieldInfo field)
        {
            var name = types.Extra($"{_name}_{_ids.Of(field.Name)}_list");
            var body = new SchemaWriter(2);
            body.Block("seq:", () => body.Block("- id: items", () =>
            {
                if (field.Extent.Until is null)
                {
                    WriteElements(body, field, null);
                }
                else
                {
                    WriteElements(body, field, $"repeat-until: '{Ends(field, "_")} or _io.eof'");
                    body.Line("if: not _io.eof");
                }
            }));
            inner.Block($"{name}:", () => inner.Include(body));
            return name;
        }

        private static string Ends(RecordFieldInfo field, string element)
        {
            var until = field.Extent.Until!;
            var ids = new KaitaiIds(field.Record!);
            return Test(until, field.Record!.Find(until.Member)!.Value!, $"{element}.{ids.Of(until.Member)}");
        }

        private void WriteVariants(SchemaWriter writer, RecordFieldInfo field)
        {
            var variants = field.Variants!;
            var tag = record.Find(field.TaggedBy!)!.Value!;
            writer.Block("type:", () =>
            {
                writer.Line($"switch-on: {_ids.Of(field.TaggedBy!)}{(HasEnum(tag) ? ".to_i" : "")}");
                writer.Block("cases:", () =>
                {
                    foreach (var variant in variants.Variants)
                    {
                        writer.Line($"'{Literal(tag, variant.Tag)}': {types.NameOf(variant.Record)}");
                    }

                    if (variants.Other is { } other)
                    {
                        writer.Line($"'_': {types.NameOf(other)}");
                    }
                });
            });
        }

        private string Test(FieldCondition condition) =>
            Test(condition, record.Find(condition.Member)!.Value!, _ids.Of(condition.Member));

        private static string Test(FieldCondition condition, FieldInfo member, string value)
        {
            var number = HasEnum(member) ? $"{value}.to_i" : value;
            if (member.Kind == FieldKind.Bool)
            {
                return $"{number} {(condition.HoldsFor(1) ? "!=" : "==")} 0";
            }

            return condition.Kind switch
            {
                ConditionKind.NotZero => $"{number} != {Literal(member, 0)}",
                ConditionKind.Equal => $"{number} == {Literal(member, condition.Value)}",
                ConditionKind.HasBits => $"({number} & {Literal(member, condition.Value)}) == "
                    + Literal(member, condition.Value),
                _ => $"{number} >= {Literal(member, condition.Value)}",
            };
        }

        /// <summary>Bits of a field as what is read there: a signed number, or bytes.</summary>
        private static string Literal(FieldInfo field, ulong bits)
        {
            var unused = 64 - (8 * field.Width);
            return field.Kind switch
            {
                FieldKind.FourCC => $"[{string.Join(", ", SchemaFacts.DiskBytes(field, bits)
                    .Select(b => SchemaFacts.Hex(b, 1)))}]",
                FieldKind.Signed => ((long)(bits << unused) >> unused).ToString(CultureInfo.InvariantCulture),
                _ => bits.ToString(CultureInfo.InvariantCulture),
            };
        }
    }
}
