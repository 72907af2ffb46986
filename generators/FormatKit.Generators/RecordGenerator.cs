using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Emission;
using FormatKit.Generators.Locking;
using FormatKit.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators;

/// <summary>Gives every <c>[BinaryRecord]</c> and <c>[BinaryVariants]</c> type its codec: parse, emit.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class RecordGenerator : IIncrementalGenerator
{
    /// <summary>The step whose values are the records, without places in files.</summary>
    public const string RecordStep = "Records";

    /// <summary>The step whose values are the sets of variants.</summary>
    public const string VariantsStep = "Variants";

    /// <summary>The step whose values are what is emitted for wrong declarations.</summary>
    public const string StubStep = "RecordStubs";

    /// <summary>The step whose values are the diagnostics.</summary>
    public const string DiagnosticStep = "RecordDiagnostics";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var records = context.SyntaxProvider.ForAttributeWithMetadataName(
            RecordParser.AttributeName,
            static (node, _) => node is TypeDeclarationSyntax,
            static (declaration, cancellation) => RecordParser.Parse(declaration, cancellation));
        var variants = context.SyntaxProvider.ForAttributeWithMetadataName(
            VariantsParser.AttributeName,
            static (node, _) => node is TypeDeclarationSyntax,
            static (declaration, cancellation) => VariantsParser.Parse(declaration, cancellation));
        var locks = LayoutLocks.In(context);
        Register(context, locks, records);
        Register(context, locks, variants);
    }

    private static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<LockSet> locks,
        IncrementalValuesProvider<ParsedRecord?> parsed)
    {
        context.Emit(parsed, RecordStep, found => found.Record, record => record.Type, RecordEmitter.Emit);
        context.Emit(parsed, VariantsStep, found => found.Variants, found => found.Type, RecordEmitter.EmitVariants);
        context.Emit(parsed, StubStep, found => found.Stub, stub => stub.Type, RecordEmitter.EmitStub);
        var diagnostics = parsed
            .SelectMany(static (declaration, _) => declaration?.Diagnostics ?? default)
            .WithTrackingName(DiagnosticStep);
        DiagnosticReporter.Report(context, diagnostics);
        LayoutLocks.Register(context, locks, parsed);
    }
}
