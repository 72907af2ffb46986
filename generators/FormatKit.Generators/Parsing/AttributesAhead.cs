using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>
/// Has the compiler bind the attributes of all declarations at once, on all processors, before the first of them is
/// parsed. The driver asks for one declaration after the other, and half of what they take in a large project is the
/// binding of attributes, which a change of any file throws away. Nothing depends on it but time: what is missed here
/// is bound when it is asked for.
/// </summary>
internal static class AttributesAhead
{
    /// <summary>With fewer declarations than this, threads would cost more than they save.</summary>
    private const int ManyDeclarations = 32;

    private static readonly ConditionalWeakTable<Compilation, object> Bound = new();
    private static readonly ConditionalWeakTable<SyntaxTree, Found> Declarations = new();

    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        "BinaryLayout", "BinaryLayoutAttribute", "BinaryRecord", "BinaryRecordAttribute");

    /// <summary>Binds the attributes of a compilation, the first time that it is given.</summary>
    public static void Bind(Compilation compilation, CancellationToken cancellation)
    {
        var begun = new object();
        if (Bound.GetValue(compilation, _ => begun) != begun)
        {
            return;
        }

        var found = compilation.SyntaxTrees
            .SelectMany(tree => Declarations.GetValue(tree, tree => Find(tree, cancellation)).In)
            .ToList();
        if (found.Count >= ManyDeclarations)
        {
            Parallel.ForEach(
                found, new ParallelOptions { CancellationToken = cancellation },
                declaration => Bind(compilation, declaration, cancellation));
        }
    }

    private static void Bind(
        Compilation compilation, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(declaration.SyntaxTree);
        if (model.GetDeclaredSymbol(declaration, cancellation) is { } type)
        {
            type.GetAttributes();
            foreach (var member in type.GetMembers())
            {
                member.GetAttributes();
            }
        }
    }

    /// <summary>The declarations of a file, which are the same for as long as the file is.</summary>
    private static Found Find(SyntaxTree tree, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<TypeDeclarationSyntax>();
        Add(((CompilationUnitSyntax)tree.GetRoot(cancellation)).Members, found);
        return new Found(found.ToImmutable());
    }

    private static void Add(
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

    private static bool IsOurs(AttributeSyntax attribute) => Names.Contains(attribute.Name switch
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
