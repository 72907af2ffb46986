using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitInfo(SourceWriter writer, LayoutModel layout)
    {
        var type = layout.Type;
        writer.Open($"""
            {Retired(layout)}private sealed class {type.TableName} : global::FormatKit.FieldTable<{type.Identifier}>
            """);
        writer.Lines($"""
            internal static readonly global::FormatKit.LayoutInfo Info = new {type.TableName}().Describe(
                {Literals.Text(type.Name)}, {layout.Order}, Fields{TypeInfo(layout)});

            """);
        writer.Open("private static global::FormatKit.FieldInfo[] Fields => new global::FormatKit.FieldInfo[]");
        foreach (var field in layout.Fields)
        {
            var order = (field.Shape as IntegersShape)?.Element.Order ?? (field.Shape as NumberShape)?.Order;
            var place = $"{Literals.Text(field.Property.Name)}, {field.Offset}, {field.Width}, {Kind(field.Shape)}";
            var header = order is null ? $"new({place})" : $"new({place}, {order})";
            writer.Lines(SourceLists.Braced(header, InfoOf(layout, field)), ",");
        }

        writer.Close("};");
        EmitRuleTable(writer, layout);
        EmitAccessors(writer, layout);
        writer.Close();
    }

    private static string TypeInfo(LayoutModel layout)
    {
        var spec = layout.Spec is { } clause ? $",\n    spec: {Literals.Text(clause)}" : string.Empty;
        var doc = layout.Doc.Text is { } text ? $",\n    doc: {Literals.Text(text)}" : string.Empty;
        var words = layout.HasToString ? ",\n    hasWords: true" : string.Empty;
        return spec + doc + words + ExternalsInfo(layout) + RulesInfo(layout) + ReplicaInfo(layout);
    }

    private static IEnumerable<string> InfoOf(LayoutModel layout, FieldModel field) =>
        FactsOf(field).Concat(ChecksumInfo(layout, field)).Concat(PerCopyInfo(field))
            .Concat(field.Shape is IntegersShape integers ? IntegersInfo(field, integers) : [])
            .Concat(field.Overlays.Count > 0 ? [OverlaysInfo(layout.Type, field)] : []);

    /// <summary>What the field is, without the code that reads it.</summary>
    internal static IEnumerable<string> DataOf(FieldModel field)
    {
        yield return $"Name = {Literals.Text(field.Property.Name)}";
        yield return $"Offset = {field.Offset}";
        yield return $"Width = {field.Width}";
        yield return $"Kind = global::FormatKit.FieldKind.{Kind(field.Shape)}";
        if (field.Shape is NumberShape number)
        {
            yield return $"Order = global::FormatKit.ByteOrder.{number.Order}";
        }

        foreach (var line in FactsOf(field))
        {
            yield return line;
        }
    }

    /// <summary>What the field is beside its place and kind.</summary>
    private static IEnumerable<string> FactsOf(FieldModel field)
    {
        if (field.Role != "Value")
        {
            yield return $"Role = global::FormatKit.FieldRole.{field.Role}";
        }

        if (field.Unit != "None")
        {
            yield return $"Unit = global::FormatKit.Unit.{field.Unit}";
        }

        if (field.Doc.Text is { } doc)
        {
            yield return $"Doc = {Literals.Text(doc)}";
        }

        if ((field.Magic ?? field.Constant) is { } only)
        {
            yield return $"Fixed = {Literals.Hex(only.Value, field.Width)}";
            if (only.Text is not null)
            {
                yield return "FixedIsText = true";
            }
        }

        if (field.NullValue is not null)
        {
            yield return $"NullValue = {field.Property.Name}Null";
        }

        if (field.Bits.Count > 0)
        {
            yield return BitsInfo(field);
        }

        foreach (var line in ValueInfo(field).Concat(ShapeInfo(field.Shape)))
        {
            yield return line;
        }
    }

    private static string NamesInfo(EquatableArray<EnumName> names) => SourceLists.Braced(
        "EnumNames = new global::FormatKit.NamedValue[]",
        names.Select(name => $"new({name.Value}, {Literals.Text(name.Name)})"));

    private static string Kind(FieldShape shape) => shape switch
    {
        IntegerShape { IsSigned: true } or WideShape { IsSigned: true } => "Signed",
        IntegerShape or WideShape => "Unsigned",
        FloatShape => "Float",
        BoolShape => "Bool",
        EnumShape => "Enum",
        FourCCShape => "FourCC",
        TextShape => "Text",
        UniqueIdShape => "Guid",
        TimestampShape => "Timestamp",
        BytesShape => "Bytes",
        ReservedShape => "Reserved",
        IntegersShape => "Integers",
        _ => "Layout",
    };

    private static IEnumerable<string> ShapeInfo(FieldShape shape)
    {
        switch (shape)
        {
            case EnumShape named:
                if (named.Names.Count > 0)
                {
                    yield return NamesInfo(named.Names);
                }

                if (named.IsFlags)
                {
                    yield return "IsFlags = true";
                }

                if (named.RejectsUnknown)
                {
                    yield return "RejectsUnknown = true";
                }

                break;
            case TimestampShape timestamp:
                yield return $"Epoch = new(/* {timestamp.Date} */ {timestamp.Epoch}, global::System.TimeSpan.Zero)";
                if (timestamp.Unit != "Seconds")
                {
                    yield return $"TimeUnit = global::FormatKit.TimeUnit.{timestamp.Unit}";
                }

                break;
            case ReservedShape { Policy: not "Preserve" } reserved:
                yield return $"ReservedPolicy = global::FormatKit.ReservedPolicy.{reserved.Policy}";
                break;
            case TextShape text:
                yield return $"Encoding = global::FormatKit.TextEncoding.{text.Encoding}";
                if (text.Padding != "Nul")
                {
                    yield return $"Padding = global::FormatKit.TextPadding.{text.Padding}";
                }

                break;
            case UniqueIdShape uniqueId:
                yield return $"GuidOrder = global::FormatKit.GuidOrder.{uniqueId.Order}";
                break;
            case NestedShape nested:
                yield return $"Nested = global::FormatKit.Layout.InfoOf<{nested.Type}>()";
                if (nested.FirstExternal is not null)
                {
                    yield return "ReachesExternals = true";
                }

                break;
            case FixedCountShape array:
                yield return $"Nested = global::FormatKit.Layout.InfoOf<{array.Type}>()";
                yield return $"Count = {array.Count}";
                break;
        }
    }
}
