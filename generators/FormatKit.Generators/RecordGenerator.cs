using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Emission;
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
        Register(context, records);
        Register(context, variants);
    }

    // Diagnostics know places, which move with every line above them; models do not, and stay cached.
    private static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedRecord?> parsed)
    {
        var records = parsed
            .Select(static (declaration, _) => declaration?.Record)
            .Where(static record => record is not null)
            .WithTrackingName(RecordStep);
        var variants = parsed
            .Select(static (declaration, _) => declaration?.Variants)
            .Where(static found => found is not null)
            .WithTrackingName(VariantsStep);
        var stubs = parsed
            .Select(static (declaration, _) => declaration?.Stub)
            .Where(static stub => stub is not null)
            .WithTrackingName(StubStep);
        var diagnostics = parsed
            .SelectMany(static (declaration, _) => declaration?.Diagnostics ?? default)
            .WithTrackingName(DiagnosticStep);

        context.RegisterSourceOutput(records, static (output, record) =>
            output.AddSource(record!.Type.HintName, RecordEmitter.Emit(record)));
        context.RegisterSourceOutput(variants, static (output, found) =>
            output.AddSource(found!.Type.HintName, RecordEmitter.EmitVariants(found)));
        context.RegisterSourceOutput(stubs, static (output, stub) =>
            output.AddSource(stub!.Type.HintName, RecordEmitter.EmitStub(stub)));
        DiagnosticReporter.Report(context, diagnostics);
    }
}
