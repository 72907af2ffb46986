using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    private static void ReadVarying(SourceWriter writer, RecordModel record, int index, string target)
    {
        var (self, field, extent) = (record.Type.Identifier, record.Fields[index], record.Fields[index].Extent);
        ReadNumber(writer, self, field, index);
        var (number, max) = ($"n{index}", extent.Max);
        switch (field.Kind)
        {
            case "Bytes":
                Try(writer, self, index, extent.Kind == "Rest"
                    ? $"reader.TryReadRest({max}, out var {target})"
                    : $"reader.TryReadBytes({number}, {max}, out var {target})");
                break;
            case "Text":
                var encoding = EncodingOf(field.Encoding!);
                Try(writer, null, index, extent.Kind switch
                {
                    "Rest" => $"reader.TryReadRestText<{self}>({index}, {max}, {encoding}, out var {target})",
                    "Terminator" => $"reader.TryReadTerminated<{self}>({index}, {max}, {encoding}, out var {target})",
                    _ => $"reader.TryReadText<{self}>({index}, {number}, {max}, {encoding}, out var {target})",
                });
                break;
            case "Values":
                var width = field.Value!.Width;
                Try(writer, extent.InBytes ? null : self, index, extent switch
                {
                    { Kind: "Rest" } => $"reader.TryTakeRest<{self}>({index}, {width}, {max}, out var many{index})",
                    { InBytes: true } =>
                        $"reader.TryTakeWhole<{self}>({index}, {number}, {width}, {max}, out var many{index})",
                    _ => $"reader.TryTakeMany({number}, {width}, {max}, out var many{index})",
                });
                ReadMany(writer, record, index, target, $"at{index}");
                break;
            case "Records" when !extent.InBytes && extent.Kind != "Until":
                Try(writer, null, index, extent.Kind == "Fixed"
                    ? $"reader.TryReadFixed<{self}, {field.Element}>({index}, {extent.Count}, out var {target})"
                    : $"reader.TryReadRecords<{self}, {field.Element}>({index}, {number}, {max}, out var {target})");
                break;
            default:
                ReadRegion(writer, record, index, target);
                break;
        }
    }

    /// <summary>How much there is, as <c>n</c> and the index.</summary>
    private static void ReadNumber(SourceWriter writer, string self, RecordFieldModel field, int index)
    {
        var extent = field.Extent;
        if (extent.Kind == "Field")
        {
            writer.Lines($"ulong n{index} = f{extent.Field};");
        }
        else if (extent.Prefix is { } prefix)
        {
            Try(writer, self, index, $"reader.TryTake({prefix.Width}, out var prefix{index})");
            writer.Lines($"ulong n{index} = {ReadValue(prefix, $"{Run}.Over(prefix{index})", 0)};");
        }

        if (extent is { Plus: > 0, Kind: "Field" or "Prefix" })
        {
            Try(writer, self, index, $"reader.TrySubtract(ref n{index}, {extent.Plus})");
        }
    }

    /// <summary>Records, one or many, which may be enclosed by a length.</summary>
    private static void ReadRegion(SourceWriter writer, RecordModel record, int index, string target)
    {
        var (self, field, extent) = (record.Type.Identifier, record.Fields[index], record.Fields[index].Extent);
        var isRegion = extent.Kind is "Field" or "Prefix" or "Rest";
        if (isRegion)
        {
            Try(writer, self, index, extent.Kind == "Rest"
                ? $"reader.TryEnterRest({extent.Max}, out var outer{index})"
                : $"reader.TryEnter(n{index}, {extent.Max}, out var outer{index})");
        }

        var types = $"<{self}, {field.Element}>";
        Try(writer, null, index, field.Kind switch
        {
            "Record" => $"reader.TryReadRecord{types}({index}, out var {target})",
            "Variant" => $"reader.TryReadVariant{types}(\n    {index}, "
                + $"{Bits(record.Fields[field.TaggedBy], $"f{field.TaggedBy}")}, out var {target})",
            _ => $"reader.TryReadUntil{types}(\n    {index}, {extent.Until?.Max ?? extent.Max}, {Last(extent)}, "
                + $"needsLast: {Literals.Bool(extent.NeedsLast)}, out var {target})",
        });
        if (isRegion)
        {
            writer.Lines($"reader.Leave<{self}>({index}, outer{index});");
        }
    }

    private static string Last(RecordExtentModel extent) =>
        extent.Until is { } until ? $"static element => {until.Bits} == {until.Value}" : "null";

    private static string LastWritten(RecordUntilModel until) => $"static element => {until.Written} == {until.Value}";

    /// <summary>Values of one width, from <c>many</c> and the index.</summary>
    private static void ReadMany(SourceWriter writer, RecordModel record, int index, string target, string at)
    {
        var (self, field) = (record.Type.Identifier, record.Fields[index]);
        var value = field.Value!;
        if (value.Shape is NestedShape)
        {
            writer.Lines($"""
                var {target} = {Space}Layout.ViewMany<{field.Element}>(many{index}).ToArray();
                reader.CheckMany<{self}, {field.Element}>({index}, {at}, {target});
                """);
        }
        else if (IsBulk(value))
        {
            var order = OrderOf(((NumberShape)value.Shape).Order);
            writer.Lines($"var {target} = {Space}Tables.Decode<{field.Element}>(many{index}, {order});");
        }
        else
        {
            var element = ReadValue(value, $"{Run}.Over(many{index}[(element * {value.Width})..])", 0);
            writer.Lines($$"""
                var {{target}} = new {{field.Element}}[many{{index}}.Length / {{value.Width}}];
                for (var element = 0; element < {{target}}.Length; element++)
                {
                    {{target}}[element] = {{element}};
                }

                """);
        }
    }

    /// <summary>Goes on, or fails under the name of the field where the call did not say why itself.</summary>
    private static void Try(SourceWriter writer, string? self, int index, string call) => writer.Lines($$"""
        if (!{{call}})
        {
            return {{(self is null ? "false" : $"reader.Fail<{self}>({index})")}};
        }

        """);
}
