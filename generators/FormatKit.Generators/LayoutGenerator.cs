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

        // Diagnostics know places, which move with every line above them; layouts do not, and stay cached.
        var layouts = parsed
            .Select(static (declaration, _) => declaration?.Layout)
            .Where(static layout => layout is not null)
            .WithTrackingName(LayoutStep);
        var stubs = parsed
            .Select(static (declaration, _) => declaration?.Stub)
            .Where(static stub => stub is not null)
            .WithTrackingName(StubStep);
        var diagnostics = parsed
            .SelectMany(static (declaration, _) => declaration?.Diagnostics ?? default)
            .WithTrackingName(DiagnosticStep);

        context.RegisterSourceOutput(layouts, static (output, layout) =>
            output.AddSource(layout!.Type.HintName, FormatEmitter.Emit(layout)));
        context.RegisterSourceOutput(stubs, static (output, stub) =>
            output.AddSource(stub!.Type.HintName, FormatEmitter.EmitStub(stub)));
        DiagnosticReporter.Report(context, diagnostics);
        LayoutLocks.Register(context, parsed);
    }
}
