using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    private static void EmitInfo(SourceWriter writer, RecordModel record)
    {
        var type = record.Type;
        writer.Open($"private static class {type.TableName}");
        writer.Lines($"""
            internal static readonly {Space}RecordInfo Info = {Space}RecordInfo.Create<{type.Identifier}>(
                {Literals.Text(type.Name)},
                {OrderOf(record.Order)},
                spec: {Literals.Text(record.Spec)},
                doc: {Literals.Text(record.Doc.Text)},
                align: {record.Align},
                Fields{(record.Rules.Count == 0 ? string.Empty : ",\n    rules: Rules")});

            """);
        writer.Open($"private static {Space}RecordFieldInfo[] Fields => new {Space}RecordFieldInfo[]");
        for (var index = 0; index < record.Fields.Count; index++)
        {
            EmitObject(writer, string.Empty, InfoOf(record, index));
        }

        writer.Close("};");
        EmitRuleTable(writer, record);
        writer.Close();
    }

    private static void EmitObject(SourceWriter writer, string prefix, IEnumerable<string> lines)
    {
        writer.Open(prefix + "new()");
        foreach (var line in lines)
        {
            writer.Lines(line + ",");
        }

        writer.Close("},");
    }

    private static IEnumerable<string> InfoOf(RecordModel record, int index)
    {
        var (self, field) = (record.Type.Identifier, record.Fields[index]);
        yield return $"Name = {Literals.Text(field.Name)}";
        yield return $"Kind = {Space}RecordFieldKind.{field.Kind}";
        if (field.Width > 0)
        {
            yield return $"Width = {field.Width}";
        }

        if (field.Doc.Text is { } doc)
        {
            yield return $"Doc = {Literals.Text(doc)}";
        }

        if (field.Spec is { } spec)
        {
            yield return $"Spec = {Literals.Text(spec)}";
        }

        if (field.Value is { } value)
        {
            yield return $"Value = {ObjectOf(ValueInfo(value, field.Checksum is not null))}";
        }

        if (field.Extent.Kind != "Own")
        {
            yield return $"Extent = {ObjectOf(ExtentInfo(field.Extent))}";
        }

        if (field.Reserved is not null)
        {
            yield return $"Reserved = {Space}ReservedPolicy.{field.Reserved}";
        }

        if (field.Encoding is { } encoding)
        {
            yield return $"Encoding = {EncodingOf(encoding)}";
        }

        if (field.Condition is { } condition)
        {
            yield return $"Condition = {Condition(condition.Name, condition.Kind, condition.Value)}";
        }

        if (field.Align > 1)
        {
            yield return $"Align = {field.Align}";
        }

        if (field.Target >= 0)
        {
            yield return $"{field.TargetRole} = {Literals.Text(record.Fields[field.Target].Name)}";
        }

        if (field.TaggedBy >= 0)
        {
            yield return $"TaggedBy = {Literals.Text(record.Fields[field.TaggedBy].Name)}";
        }

        if (field.Checksum is { } sum)
        {
            yield return $"Checksum = {ObjectOf(ChecksumInfo(record, field, sum))}";
        }

        if (field.Kind is "Record" or "Records")
        {
            yield return $"RecordSource = {Space}Records.InfoOf<{field.Element}>";
        }

        if (field.Kind == "Variant")
        {
            yield return $"VariantsSource = {Space}Records.VariantsOf<{field.Element}>";
        }

        yield return $"Get = static record => (({self})record).{field.Identifier}";
        if (field.CanSet)
        {
            var target = record.IsStruct
                ? $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{self}>(record)"
                : $"(({self})record)";
            var type = field.Condition is null ? field.Type : field.Type + "?";
            var mark = field.Condition is null ? "!" : string.Empty;
            yield return $"Set = static (record, value) => {target}.{field.Identifier} = ({type})value{mark}";
        }
    }

    private static string ObjectOf(IEnumerable<string> lines) =>
        "new()\n{\n" + string.Concat(lines.Select(line => $"    {line.Replace("\n", "\n    ")},\n")) + "}";

    private static string Condition(string member, string kind, ulong value) =>
        $"new({Literals.Text(member)}, {Space}ConditionKind.{kind}, {value})";

    /// <summary>A value as a field at the start of its own bytes.</summary>
    private static IEnumerable<string> ValueInfo(FieldModel value, bool isChecksum)
    {
        foreach (var line in FormatEmitter.DataOf(isChecksum ? value with { Role = "Checksum" } : value))
        {
            yield return line;
        }

        var read = ReadValue(value, $"{Run}.Over(layout)", 0);
        if (value.Shape is NestedShape or TextShape)
        {
            yield return $"GetBytes = static layout => layout[..{value.Width}]";
            yield return $"EditBytes = static layout => layout[..{value.Width}]";
        }

        if (value.Shape is not NestedShape)
        {
            yield return $"Get = static layout => {read}";
            yield return $"Set = static (layout, value) =>\n    {{\n        "
                + WriteValue(value, $"{Run}.Edit(layout)", 0, $"(({value.Property.Type})value)", value.Property.Name)
                    .Replace("\n", "\n        ")
                + "\n    }";
        }
    }

    private static IEnumerable<string> ExtentInfo(RecordExtentModel extent)
    {
        yield return $"Kind = {Space}RecordExtentKind.{extent.Kind}";
        if (extent.FieldName is { } field)
        {
            yield return $"Field = {Literals.Text(field)}";
        }

        if (extent.Prefix is { } prefix)
        {
            yield return $"PrefixWidth = {prefix.Width}";
            yield return $"PrefixOrder = {OrderOf(((NumberShape)prefix.Shape).Order)}";
        }

        if (extent.Kind == "Fixed")
        {
            yield return $"Count = {extent.Count}";
        }

        if (extent.Plus > 0)
        {
            yield return $"Plus = {extent.Plus}";
        }

        if (extent.InBytes)
        {
            yield return "InBytes = true";
        }

        yield return $"Max = {extent.Max}";
        if (extent.Until is { } until)
        {
            yield return $"Until = {Condition(until.Member, "Equal", until.Value)}";
            yield return $"UntilMax = {until.Max}";
        }
    }

    private static IEnumerable<string> ChecksumInfo(RecordModel record, RecordFieldModel field, RecordChecksumModel sum)
    {
        yield return $"Algorithm = {Literals.Text(sum.Name)}";
        string Name(int index) => Literals.Text(index < 0 ? null : record.Fields[index].Name);
        var ranges = sum.Ranges.Select(range => $"new({Name(range.First)}, {Name(range.Last)})");
        yield return $"Ranges = new {Space}RecordRange[] {{ {string.Join(", ", ranges)} }}";
        yield return $"Self = {Space}ChecksumSelf.{sum.Self}";
        if (sum.Fill > 0)
        {
            yield return $"Fill = {sum.Fill}";
        }

        yield return $"Compute = {Space}RecordChecksum.Of<{sum.Algorithm}, {field.Type}, {sum.State}>";
    }
}
