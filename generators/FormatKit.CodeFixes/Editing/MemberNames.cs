using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Editing;

/// <summary>What members are called.</summary>
internal static class MemberNames
{
    /// <summary>The name of a member; empty for one without.</summary>
    public static string Of(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        _ => string.Empty,
    };
}
