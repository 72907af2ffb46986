using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private static readonly string[] ChecksumNames = ["Over", "Except", "Length", "External", "When"];

    private readonly List<ChecksumDraft> _checksums = [];

    private FieldModel ParseChecksum(FieldContext context, FieldModel field)
    {
        foreach (var directive in context.Annotations.Where(annotation => annotation.Name == "Checksum"))
        {
            if (ParseChecksum(context, field, directive) is { } draft && RefuseSecond(draft))
            {
                _checksums.Add(draft);
            }

            field = field with { Role = "Checksum" };
        }

        return field;
    }

    private ChecksumDraft? ParseChecksum(FieldContext context, FieldModel field, Annotation directive)
    {
        if (directive.TypeArgument is not { } algorithm || algorithm.TypeKind == TypeKind.Error
            || ChecksumNames.Any(name => IsUnfinished(directive, name)))
        {
            _isUnfinished = true;
            return null;
        }

        if (Computes(algorithm, "IChecksumAlgorithm", context, field) is not { } computes)
        {
            var value = field.Shape is BytesShape
                ? $"of an inline array of {field.Width} bytes"
                : context.Type.ToDisplayString();
            Report(
                DiagnosticTable.NotAChecksum, directive.TypeArgumentLocation(), algorithm.Name, context.Name, value);
            return null;
        }

        if (ParseSelf(context, directive) is not { } self || !RefuseChecksumArguments(context, directive, self))
        {
            return null;
        }

        var (result, state) = (computes.TypeArguments[0], computes.TypeArguments[1]);
        var model = new ChecksumModel(
            CodeNames.Full(algorithm), algorithm.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            CodeNames.Full(result), CodeNames.Full(state))
        {
            Self = self,
            Fill = directive.NamedNumber<byte>("Fill") ?? 0,
            Is = directive.NamedNumber<ulong>("Is") ?? 0,
        };
        var balanced = field.Shape is IntegerShape
            && Computes(algorithm, "IBalancedChecksum", context, field) is not null;
        return new ChecksumDraft(context.Name, model, balanced, directive);
    }

    /// <summary>Whether a named argument is written and has no value yet; null is one.</summary>
    private static bool IsUnfinished(Annotation directive, string name) =>
        directive.HasNamed(name)
        && (directive.Named(name) is not { Kind: not TypedConstantKind.Error } given
            || (!given.IsNull && name is "Over" or "Except" && directive.NamedTexts(name) is null));

    private string? ParseSelf(FieldContext context, Annotation directive)
    {
        if (!directive.HasNamed("Self"))
        {
            return "Zero";
        }

        if (directive.NamedMember("Self") is not var (number, member))
        {
            _isUnfinished = true;
            return null;
        }

        if (member is null)
        {
            Report(
                DiagnosticTable.UnknownArgument, directive.NamedLocation("Self"), context.Name,
                Text((IFormattable)number), "ChecksumSelf",
                "ChecksumSelf.Zero, ChecksumSelf.Excluded, ChecksumSelf.Stored or ChecksumSelf.Filled");
        }

        return member;
    }

    private bool RefuseChecksumArguments(FieldContext context, Annotation directive, string self)
    {
        var fault =
            directive.HasNamed("Length") && directive.HasNamed("Over")
                ? ("Length", "both Over and Length; Length covers the layout from its start, so leave one out")
            : directive.HasNamed("Length") && directive.HasNamed("Except")
                ? ("Length", "both Length and Except; Length covers the layout from its start, so leave one out")
            : directive.HasNamed("Fill") && self != "Filled"
                ? ("Fill", "a Fill without Self = ChecksumSelf.Filled, for which it would count")
            : directive.HasNamed("Is") && directive.NamedText("When") is null
                ? ("Is", "an Is without When, the field that would have that value")
            : default((string Name, string Words)?);
        if (fault is not var (name, words))
        {
            return true;
        }

        Report(DiagnosticTable.ChecksumArguments, directive.NamedLocation(name), context.Name, words);
        return false;
    }

    /// <summary>Several checksums of a field are chosen among by distinct values of one other field.</summary>
    private bool RefuseSecond(ChecksumDraft draft)
    {
        foreach (var other in _checksums.Where(other => other.Field == draft.Field))
        {
            if (draft.When is null || draft.When != other.When || draft.Model.Is == other.Model.Is)
            {
                Report(DiagnosticTable.SecondChecksum, draft.Directive.Location(), draft.Field);
                return false;
            }
        }

        return true;
    }

    private static INamedTypeSymbol? Computes(
        ITypeSymbol algorithm, string contract, FieldContext context, FieldModel field) =>
        algorithm.AllInterfaces.FirstOrDefault(implemented =>
            implemented is { Arity: 2, ContainingNamespace.Name: Annotation.Namespace } && implemented.Name == contract
            && (field.Shape is BytesShape
                ? IsArrayOfBytes(implemented.TypeArguments[0], field.Width)
                : SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], context.Type)));

    private static bool IsArrayOfBytes(ITypeSymbol type, int length) =>
        type.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { Name: "InlineArrayAttribute" }
            && attribute.ConstructorArguments.FirstOrDefault().Value is int declared && declared == length)
        && type.GetMembers().OfType<IFieldSymbol>().Any(element =>
            element is { IsStatic: false, Type.SpecialType: SpecialType.System_Byte });
}
