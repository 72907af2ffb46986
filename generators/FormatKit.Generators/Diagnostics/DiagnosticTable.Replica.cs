using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor NoMirror = Error(
        "FK0078", "A field of a copy mirrors another of the same integer type",
        "'{0}' cannot mirror '{1}', which is no other integer field of type '{2}'");

    public static readonly DiagnosticDescriptor PerCopyWithoutReplica = Error(
        "FK0079", "Only a replicated layout has fields of each copy",
        "'{0}' is said to be each copy's own, but '{1}' has no [Replica] that says where copies are");
}
