using Microsoft.CodeAnalysis;

namespace FormatKit.Benchmarks.Generation;

/// <summary>A generator that asks the compiler for what it declares with attributes and makes nothing of it: what ours
/// cannot be faster than.</summary>
internal sealed class AttributesOnly : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var counted = context.SyntaxProvider.ForAttributeWithMetadataName(
            "FormatKit.BinaryLayoutAttribute",
            static (_, _) => true,
            static (declaration, _) => ((INamedTypeSymbol)declaration.TargetSymbol).GetMembers()
                .OfType<IPropertySymbol>().Sum(property => property.GetAttributes().Length));
        context.RegisterSourceOutput(counted, static (_, _) => { });
    }
}
