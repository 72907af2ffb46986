using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private string? _checksumField;

    private FieldModel ParseChecksum(FieldContext context, FieldModel field)
    {
        if (context.Find("Checksum") is not { } directive)
        {
            return field;
        }

        if (directive.TypeArgument is not { } algorithm || algorithm.TypeKind == TypeKind.Error)
        {
            _isUnfinished = true;
            return field;
        }

        if (_checksumField is not null)
        {
            Report(DiagnosticTable.SecondChecksum, directive.Location(), context.Name, _checksumField);
            return field;
        }

        _checksumField = context.Name;
        var computes = algorithm.AllInterfaces.Any(implemented =>
            implemented is { Name: "IChecksumAlgorithm", Arity: 1, ContainingNamespace.Name: Annotation.Namespace }
            && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], context.Type));
        if (!computes)
        {
            Report(
                DiagnosticTable.NotAChecksum, directive.TypeArgumentLocation(),
                algorithm.Name, context.Name, context.Type.ToDisplayString());
            return field;
        }

        return field with { Role = "Checksum", Checksum = CodeNames.Full(algorithm) };
    }
}
