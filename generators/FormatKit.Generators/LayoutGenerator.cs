using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Emission;
using FormatKit.Generators.Locking;
using FormatKit.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators;

/// <summary>Gives every <c>[BinaryLayout]</c> struct its bytes and accessors: parse, place, emit.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LayoutGenerator : IIncrementalGenerator
{
    /// <summary>The step whose values are the layouts, without places in files.</summary>
    public const string LayoutStep = "Layouts";

    /// <summary>The step whose values are what is emitted for wrong declarations.</summary>
    public const string StubStep = "Stubs";

    /// <summary>The step whose values are the diagnostics.</summary>
    public const string DiagnosticStep = "Diagnostics";

    /// <summary>The step whose values are the declarations that have a lock.</summary>
    public const string LockStep = "Locks";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            FormatParser.AttributeName,
            static (node, _) => node is TypeDeclarationSyntax,
            static (declaration, cancellation) => FormatParser.Parse(declaration, cancellation));

        context.Emit(parsed, LayoutStep, found => found.Layout, layout => layout.Type, FormatEmitter.Emit);
        context.Emit(parsed, StubStep, found => found.Stub, stub => stub.Type, FormatEmitter.EmitStub);
        var diagnostics = parsed
            .SelectMany(static (declaration, _) => declaration?.Diagnostics ?? default)
            .WithTrackingName(DiagnosticStep);
        DiagnosticReporter.Report(context, diagnostics);
        var locks = LayoutLocks.In(context);
        LayoutLocks.Register(context, locks, parsed);
        LayoutLocks.RegisterOrphans(
            context, locks, FormatParser.AttributeName, RecordParser.AttributeName, VariantsParser.AttributeName);
    }
}
