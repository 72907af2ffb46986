using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitChecksumRules(SourceWriter writer, LayoutModel layout, FieldModel field, int index)
    {
        foreach (var checksum in field.Checksums)
        {
            var open = OpenConditions(writer, layout, field, checksum, length =>
                $"global::FormatKit.FieldRules.ExpectLength<{layout.Type.Identifier}, TSink>(\n"
                + $"    /* {length.Property.Name} */ {checksum.Length}, found: value.{length.Property.Identifier}, "
                + $"least: {field.Offset + field.Width}, ref broken, ref sink)");
            EmitChecksumRule(writer, layout, field, checksum, index);
            Close(writer, open);
        }
    }

    private static void EmitChecksumSeals(SourceWriter writer, LayoutModel layout, FieldModel field)
    {
        foreach (var checksum in field.Checksums)
        {
            var open = OpenConditions(writer, layout, field, checksum, length =>
                $"global::FormatKit.FieldRules.HoldsLength<{layout.Type.Identifier}>(\n"
                + $"    value.{length.Property.Identifier}, least: {field.Offset + field.Width})");
            var computed = Computed(layout, field, checksum);
            writer.Lines(field.Shape is BytesShape
                ? $"global::FormatKit.FieldAccess.WriteDigest(ref value, {field.Offset}, {computed});"
                : $"value.{field.Property.Identifier} = {computed};");
            Close(writer, open);
        }
    }

    /// <summary>Opens a block for each thing on which the checksum depends.</summary>
    /// <returns>How many.</returns>
    private static int OpenConditions(
        SourceWriter writer,
        LayoutModel layout,
        FieldModel field,
        ChecksumModel checksum,
        Func<FieldModel, string> holds)
    {
        var conditions = new List<string>();
        if (checksum.External is { } external)
        {
            conditions.Add($"externals.Count > {external}");
        }

        if (checksum.When is { } when && layout.Fields[when] is { Shape: NumberShape number } chooser)
        {
            var value = Read(layout.Type, number, number.Raw, "value", chooser.Offset);
            conditions.Add($"{value}\n    == {Literals.Hex(checksum.Is, chooser.Width)}");
        }

        if (checksum.Length is { } length)
        {
            conditions.Add(holds(layout.Fields[length]));
        }

        foreach (var condition in conditions)
        {
            writer.Open($"if ({condition})");
        }

        return conditions.Count;
    }

    private static void Close(SourceWriter writer, int blocks)
    {
        for (; blocks > 0; blocks--)
        {
            writer.Close();
        }
    }

    private static void EmitChecksumRule(
        SourceWriter writer, LayoutModel layout, FieldModel field, ChecksumModel checksum, int index)
    {
        var (type, name) = (layout.Type.Identifier, field.Property.Name);
        var computed = Computed(layout, field, checksum).Replace("\n", "\n    ");
        if (field.Shape is BytesShape)
        {
            writer.Lines($"""
                broken += global::FormatKit.FieldRules.ExpectDigest<{type}, {checksum.Value}, TSink>(
                    /* {name} */ {index},
                    in value,
                    {field.Offset},
                    {computed},
                    ref sink);
                """);
        }
        else if (checksum.Self == "Stored")
        {
            writer.Lines($"""
                broken += global::FormatKit.FieldRules.ExpectBalance<{Arguments(type, checksum)}, TSink>(
                    /* {name} */ {index},
                    found: value.{field.Property.Identifier},
                    in value,
                    [{string.Join(", ", Lengths(checksum.Ranges))}],
                    solved: {computed},
                    ref sink{Rest(layout, checksum)});
                """);
        }
        else
        {
            EmitExpect(
                writer, layout.Type, field, "Checksum", index,
                $"value.{field.Property.Identifier}", computed);
        }
    }

    private static string Computed(LayoutModel layout, FieldModel field, ChecksumModel checksum)
    {
        var arguments = Arguments(layout.Type.Identifier, checksum);
        if (checksum is { IsWhole: true, Self: "Zero" } && field is { Shape: IntegerShape, Width: 1 or 2 or 4 or 8 })
        {
            return $"global::FormatKit.FieldAccess.Checksum<{arguments}>(\n    in value, {field.Offset})";
        }

        var pieces = $"in value, [{string.Join(", ", checksum.Pieces)}]";
        if (checksum.Self == "Stored")
        {
            var order = ((NumberShape)field.Shape).Order;
            return $"global::FormatKit.FieldAccess.ChecksumSolved<{arguments}>(\n    {pieces}, "
                + $"{checksum.Position}, global::FormatKit.ByteOrder.{order}{Rest(layout, checksum)})";
        }

        var fill = checksum.Self == "Filled" ? $", fill: {Literals.Hex(checksum.Fill, 1)}" : string.Empty;
        return $"global::FormatKit.FieldAccess.ChecksumOver<{arguments}>(\n"
            + $"    {pieces}{fill}{Rest(layout, checksum)})";
    }

    private static string Rest(LayoutModel layout, ChecksumModel checksum)
    {
        var length = checksum.Length is { } index
            ? $", length: value.{layout.Fields[index].Property.Identifier}"
            : string.Empty;
        return checksum.External is { } external ? $"{length}, external: externals[{external}]" : length;
    }

    private static string Arguments(string type, ChecksumModel checksum) =>
        $"{type}, {checksum.Algorithm}, {checksum.Value}, {checksum.State}";

    /// <summary>Pairs of a start and an end as pairs of a start and a length.</summary>
    private static IEnumerable<int> Lengths(EquatableArray<int> ranges) =>
        ranges.Select((place, index) => index % 2 == 0 ? place : place - ranges[index - 1]);
}
