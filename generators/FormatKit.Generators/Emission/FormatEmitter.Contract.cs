using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitContract(SourceWriter writer, LayoutModel layout)
    {
        var type = layout.Type;
        var self = $"global::FormatKit.IBinaryLayout<{type.Identifier}>";
        writer.Lines($"""
            static int {self}.Size => {layout.Size};

            static global::FormatKit.LayoutInfo {self}.Info => {type.TableName}.Info;

            {Retired(layout)}static bool {self}.HasRules =>{RulesExist(layout)};

            """);
        var parameters = $"in {type.Identifier} value{Externals(layout)}, ref TSink sink";
        writer.Open($"""
            {Retired(layout)}static int {self}.Validate<TSink>({parameters})
            """);
        writer.Lines("var broken = 0;");
        for (var index = 0; index < layout.Fields.Count; index++)
        {
            EmitRules(writer, layout, layout.Fields[index], index);
        }

        EmitRuleMethods(writer, layout);

        writer.Lines("return broken;");
        writer.Close();
        writer.Line();
        writer.Open($"{Retired(layout)}static void {self}.Seal(ref {type.Identifier} value{Externals(layout)})");
        EmitSeal(writer, layout);
        writer.Close();
        EmitWithoutExternals(writer, layout);
        EmitPairRules(writer, layout);
    }

    /// <summary>A constant, or what nested layouts say: their declarations may be of another assembly.</summary>
    private static string RulesExist(LayoutModel layout)
    {
        if (layout.Fields.Any(field => field.HasRule) || layout.Rules.Any(rule => rule.OtherType is null))
        {
            return " true";
        }

        var nested = layout.Fields
            .SelectMany(field => field.Overlays.Select(overlay => overlay.Type).Append(field.NestedType!))
            .OfType<string>().Distinct()
            .Select(type => $"global::FormatKit.Layout.HasRules<{type}>()")
            .ToList();
        return nested.Count == 0 ? " false" : "\n    " + string.Join("\n    || ", nested);
    }

    /// <summary>The rules of a field, which count when the field does.</summary>
    private static void EmitRules(SourceWriter writer, LayoutModel layout, FieldModel field, int index)
    {
        var hasRules = field.HasRule || field.NestedType is not null || field.Overlays.Count > 0;
        OpenCondition(writer, field, hasRules);
        EmitFieldRules(writer, layout, field, index);
        CloseCondition(writer, field, hasRules);
    }

    private static void EmitFieldRules(SourceWriter writer, LayoutModel layout, FieldModel field, int index)
    {
        var type = layout.Type;
        switch (field)
        {
            case { Magic: { } magic }: EmitMagicRule(writer, type, field, magic, index); break;
            case { Constant: { } constant }: EmitConstantRule(writer, type, field, constant, index); break;
            case { Checksums.Count: > 0 }: EmitChecksumRules(writer, layout, field, index); break;
            case { Shape: NestedShape nested }: EmitNestedRule(writer, type, field, nested); break;
            case { Shape: FixedCountShape array }: EmitFixedCountRule(writer, type, field, array); break;
        }

        EmitOverlayRules(writer, type, field);
        EmitScalarRules(writer, type, field, index);
        if (field.Shape is EnumShape { RejectsUnknown: true } named)
        {
            EmitEnumPolicyRule(writer, type, field, named, index);
        }

        if (field.HasValueRule)
        {
            EmitValueRules(writer, type, field, index);
        }
    }

    private static void EmitExpect(
        SourceWriter writer,
        TypeModel type,
        FieldModel field,
        string kind,
        int index,
        string found,
        string expected) =>
        writer.Lines($"""
            broken += global::FormatKit.FieldRules.Expect<{type.Identifier}, TSink>(
                global::FormatKit.ViolationKind.{kind},
                /* {field.Property.Name} */ {index},
                found: {found},
                expected: {expected},
                ref sink);
            """);

    /// <summary>Nested layouts first, since what encloses them may sum their bytes, and checksums last.</summary>
    private static void EmitSeal(SourceWriter writer, LayoutModel layout)
    {
        foreach (var field in layout.Fields)
        {
            switch (field.Shape)
            {
                case NestedShape nested: EmitNestedSeal(writer, layout.Type, field, nested); break;
                case FixedCountShape array: EmitFixedCountSeal(writer, layout.Type, field, array); break;
            }
        }

        // What decides may be a constant itself: it is sealed before what it decides about.
        foreach (var field in layout.FillOrder.Select(index => layout.Fields[index]))
        {
            OpenCondition(writer, field, isNeeded: true);
            switch (field)
            {
                case { Magic: { } magic }: EmitMagicSeal(writer, field, magic); break;
                case { Constant: { } constant }: EmitConstantSeal(writer, layout.Type, field, constant); break;
                default: EmitReservedSeal(writer, field); break;
            }

            CloseCondition(writer, field, isNeeded: true);
        }

        // A tag may be a constant: it is sealed before what it tells of.
        foreach (var field in layout.Fields)
        {
            EmitOverlaySeals(writer, layout.Type, field);
        }

        foreach (var index in layout.SealOrder)
        {
            var field = layout.Fields[index];
            OpenCondition(writer, field, isNeeded: true);
            EmitChecksumSeals(writer, layout, field);
            CloseCondition(writer, field, isNeeded: true);
        }
    }
}
