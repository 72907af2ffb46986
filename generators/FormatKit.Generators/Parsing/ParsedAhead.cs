using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>
/// Parses all declarations of a compilation at once, on all processors, when the first of them is asked for. The driver
/// asks for one after the other, and what takes the time in a large project is binding attributes, which a change of any
/// file throws away. Nothing depends on it but time: what is missed here is parsed when it is asked for.
/// </summary>
/// <typeparam name="TParsed">What a declaration is parsed into.</typeparam>
internal sealed class ParsedAhead<TParsed>
    where TParsed : class
{
    /// <summary>With fewer declarations than this, threads would cost more than they save.</summary>
    private const int ManyDeclarations = 32;

    private readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxNode, TParsed?>> _parsed = new();
    private readonly ConditionalWeakTable<SyntaxTree, Found> _declarations = new();
    private readonly ImmutableHashSet<string> _names;
    private readonly Func<INamedTypeSymbol, TypeDeclarationSyntax, CancellationToken, TParsed?> _parse;

    /// <param name="attribute">The attribute's name, without <c>Attribute</c>.</param>
    /// <param name="parse">Parses a declaration; null for one that is not to be parsed.</param>
    public ParsedAhead(
        string attribute, Func<INamedTypeSymbol, TypeDeclarationSyntax, CancellationToken, TParsed?> parse)
    {
        _names = ImmutableHashSet.Create(attribute, attribute + "Attribute");
        _parse = parse;
    }

    /// <summary>What a declaration is parsed into.</summary>
    public TParsed? Of(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context is not { TargetSymbol: INamedTypeSymbol type, TargetNode: TypeDeclarationSyntax declaration })
        {
            return null;
        }

        return ParsedOf(context.SemanticModel.Compilation, cancellation).TryRemove(declaration, out var parsed)
            ? parsed
            : _parse(type, declaration, cancellation);
    }

    private ConcurrentDictionary<SyntaxNode, TParsed?> ParsedOf(Compilation compilation, CancellationToken cancellation)
    {
        var begun = new ConcurrentDictionary<SyntaxNode, TParsed?>();
        var parsed = _parsed.GetValue(compilation, _ => begun);
        if (parsed != begun)
        {
            return parsed;
        }

        var found = compilation.SyntaxTrees
            .SelectMany(tree => _declarations.GetValue(tree, tree => Find(tree, cancellation)).In)
            .ToList();
        if (found.Count >= ManyDeclarations)
        {
            Parallel.ForEach(found, new ParallelOptions { CancellationToken = cancellation }, declaration =>
            {
                var model = compilation.GetSemanticModel(declaration.SyntaxTree);
                if (model.GetDeclaredSymbol(declaration, cancellation) is { } type)
                {
                    parsed[declaration] = _parse(type, declaration, cancellation);
                }
            });
        }

        return parsed;
    }

    /// <summary>The declarations of a file, which are the same for as long as the file is.</summary>
    private Found Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<TypeDeclarationSyntax>();
        Add(((CompilationUnitSyntax)tree.GetRoot(cancellation)).Members, found);
        return new Found(found.ToImmutable());
    }

    private void Add(
        SyntaxList<MemberDeclarationSyntax> members, ImmutableArray<TypeDeclarationSyntax>.Builder found)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    Add(space.Members, found);
                    break;
                case TypeDeclarationSyntax type:
                    if (type.AttributeLists.SelectMany(list => list.Attributes).Any(IsOurs))
                    {
                        found.Add(type);
                    }

                    Add(type.Members, found);
                    break;
            }
        }
    }

    private bool IsOurs(AttributeSyntax attribute) => _names.Contains(attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    });

    private sealed class Found(ImmutableArray<TypeDeclarationSyntax> declarations)
    {
        public ImmutableArray<TypeDeclarationSyntax> In { get; } = declarations;
    }
}
