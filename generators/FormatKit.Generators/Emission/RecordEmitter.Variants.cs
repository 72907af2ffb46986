using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class RecordEmitter
{
    public static string EmitVariants(VariantsModel variants)
    {
        var (type, self) = (variants.Type, variants.Type.Identifier);
        var contract = $"{Space}IBinaryVariants<{self}>";
        var writer = new SourceWriter();
        FormatEmitter.OpenFile(writer, type);
        writer.Open($"{variants.Header} : {contract}");
        writer.Lines($"static {Space}VariantsInfo {contract}.Info => {type.TableName}.Info;\n");
        EmitVariantsRead(writer, variants, contract);
        EmitVariantsTag(writer, variants, contract);
        EmitEach(
            writer, variants, $"static void {contract}.Measure({self} value, ref {Space}RecordSizer sizer)",
            variant => $"sizer.MeasureAs({As(variant)});", "\n    return;");
        writer.Line();
        EmitEach(
            writer, variants, $"static int {contract}.Write({self} value, {Bytes} target, int start)",
            variant => $"return {Writer}Record({As(variant)}, target, start);");
        writer.Line();
        EmitVariantsInfo(writer, variants);
        writer.Close();
        FormatEmitter.CloseContainers(writer, type);
        return writer.Finish();
    }

    private static void EmitVariantsRead(SourceWriter writer, VariantsModel variants, string contract)
    {
        var self = variants.Type.Identifier;
        writer.Open($"static bool {contract}.Read(ulong tag, ref {Space}RecordReader reader, out {self} value)");
        writer.Open("switch (tag)");
        for (var index = 0; index < variants.Variants.Count; index++)
        {
            var variant = variants.Variants[index];
            writer.Lines($"""
                case {variant.Tag}:
                    var is{index} = reader.TryReadAs<{variant.Type}>(out var v{index});
                    value = v{index};
                    return is{index};
                """);
        }

        writer.Lines(variants.Other is { } other
            ? $$"""
                default:
                    var isOther = reader.TryReadAs<{{other.Type}}>(out var other);
                    if (isOther)
                    {
                        other.{{other.Property}} = {{FromBits(variants.Tag, "tag")}};
                    }

                    value = other;
                    return isOther;
                """
            : """
                default:
                    value = null!;
                    return reader.RefuseTag(tag);
                """);
        writer.Close();
        writer.Close();
        writer.Line();
    }

    private static string FromBits(FieldModel tag, string bits) => tag.Shape is FourCCShape
        ? $"new {Space}FourCC((uint){bits})"
        : $"unchecked(({tag.Property.Type}){bits})";

    private static void EmitVariantsTag(SourceWriter writer, VariantsModel variants, string contract)
    {
        var self = variants.Type.Identifier;
        writer.Open($"static ulong {contract}.TagOf({self} value)");
        foreach (var variant in variants.Variants)
        {
            writer.Lines($$"""
                if (value.GetType() == typeof({{variant.Type}}))
                {
                    return {{variant.Tag}};
                }

                """);
        }

        if (variants.Other is { } other)
        {
            var field = new RecordFieldModel("Tag", "Tag", variants.Tag.Property.Type, "Value", DocModel.None)
            {
                Value = variants.Tag,
            };
            var listed = variants.Variants.Count == 0
                ? "false"
                : "tag is " + string.Join(" or ", variants.Variants.Select(variant => variant.Tag));
            writer.Lines($$"""
                if (value.GetType() == typeof({{other.Type}}))
                {
                    ulong tag = {{Bits(field, $"(({other.Type})value).{other.Property}")}};
                    return {{listed}} ? throw {{Writer}}TakenTag<{{self}}>(value, tag) : tag;
                }

                """);
        }

        writer.Lines($"throw {Writer}NoVariant<{self}>(value);");
        writer.Close();
        writer.Line();
    }

    private static void EmitEach(
        SourceWriter writer, VariantsModel variants, string header, Func<string, string> call, string end = "")
    {
        writer.Open(header);
        var types = variants.Variants.Select(variant => variant.Type);
        foreach (var type in variants.Other is { } other ? types.Append(other.Type) : types)
        {
            writer.Lines($$"""
                if (value.GetType() == typeof({{type}}))
                {
                    {{call(type)}}{{end}}
                }

                """);
        }

        writer.Lines($"throw {Writer}NoVariant<{variants.Type.Identifier}>(value);");
        writer.Close();
    }

    /// <summary>The variant that was just told by its type.</summary>
    private static string As(string variant) => $"global::System.Runtime.CompilerServices.Unsafe.As<{variant}>(value)";

    private static void EmitVariantsInfo(SourceWriter writer, VariantsModel variants)
    {
        writer.Open($"private static class {variants.Type.TableName}");
        writer.Open($"internal static readonly {Space}VariantsInfo Info = new()");
        writer.Lines($"""
            Name = {Literals.Text(variants.Type.Name)},
            Spec = {Literals.Text(variants.Spec)},
            Doc = {Literals.Text(variants.Doc.Text)},
            Tag = {ObjectOf(ValueInfo(variants.Tag, isChecksum: false))},
            """);
        writer.Open($"Variants = new {Space}VariantInfo[]");
        foreach (var variant in variants.Variants)
        {
            writer.Lines($"new({variant.Tag}, {Space}Records.InfoOf<{variant.Type}>),");
        }

        writer.Close("},");
        if (variants.Other is { } other)
        {
            writer.Lines($"OtherSource = {Space}Records.InfoOf<{other.Type}>,");
        }

        writer.Close("};");
        writer.Close();
    }
}
