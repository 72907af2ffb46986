using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitInfo(SourceWriter writer, LayoutModel layout)
    {
        var type = layout.Type;
        writer.Open($"{Retired(layout)}private static class {type.TableName}");
        writer.Lines($"""
            internal static readonly global::FormatKit.LayoutInfo Info =
                global::FormatKit.LayoutInfo.Create<{type.Identifier}>(
                    {Literals.Text(type.Name)},
                    global::FormatKit.ByteOrder.{layout.Order},
                    spec: {Literals.Text(layout.Spec)},
                    doc: {Literals.Text(layout.Doc.Text)},
                    hasWords: {Literals.Bool(layout.HasToString)},
                    Fields{ExternalsInfo(layout)}{RulesInfo(layout)}{ReplicaInfo(layout)});

            """);
        writer.Open("private static global::FormatKit.FieldInfo[] Fields => new global::FormatKit.FieldInfo[]");
        foreach (var field in layout.Fields)
        {
            writer.Open("new()");
            foreach (var line in InfoOf(layout, field))
            {
                writer.Lines(line + ",");
            }

            writer.Close("},");
        }

        writer.Close("};");
        EmitRuleTable(writer, layout);
        writer.Close();
    }

    private static IEnumerable<string> InfoOf(LayoutModel layout, FieldModel field) =>
        DataOf(field).Concat(ChecksumInfo(layout, field)).Concat(PerCopyInfo(field))
            .Concat(AccessorInfo(layout.Type, field))
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

    private static string NamesInfo(EquatableArray<EnumName> names) =>
        "EnumNames = new global::FormatKit.NamedValue[]\n{\n"
        + string.Concat(names.Select(name => $"    new({name.Value}, {Literals.Text(name.Name)}),\n"))
        + "}";

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
                yield return NamesInfo(named.Names);
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

    private static IEnumerable<string> AccessorInfo(TypeModel type, FieldModel field)
    {
        if (field.Shape is IntegersShape integers)
        {
            foreach (var line in IntegersInfo(type, field, integers))
            {
                yield return line;
            }

            yield break;
        }

        var (identifier, edit) = (field.Property.Identifier, $"{type.Extensions.FullName}.Edit{BytesName(field)}");
        if (field.Property.Set is not null && field.Shape is not NestedShape)
        {
            yield return $"Get = static layout => View(layout).{identifier}";
            yield return "Set = static (layout, value) => "
                + $"Edit(layout).{identifier} = ({field.Property.Type})value";
        }

        var (get, set) = field.Shape switch
        {
            { } when field.HasRawBytes => ($"View(layout).{BytesName(field)}", $"{edit}(ref Edit(layout))"),
            BytesShape or ReservedShape => ($"View(layout).{identifier}", $"{edit}(ref Edit(layout))"),
            NestedShape nested => (
                $"global::FormatKit.Layout.BytesOf(\n    in {ViewNested(type, nested, "View(layout)", field.Offset)})",
                $"global::FormatKit.Layout.EditBytesOf(ref {edit}(ref Edit(layout)))"),
            FixedCountShape => (
                $"global::System.Runtime.InteropServices.MemoryMarshal.AsBytes(View(layout).{identifier})",
                $"global::System.Runtime.InteropServices.MemoryMarshal.AsBytes({edit}(ref Edit(layout)))"),
            _ => (null, null),
        };
        if (get is not null)
        {
            yield return $"GetBytes = static layout => {get}";
            yield return $"EditBytes = static layout => {set}";
        }
    }
}
