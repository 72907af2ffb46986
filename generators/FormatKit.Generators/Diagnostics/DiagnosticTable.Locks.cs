using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>Locks of published formats.</summary>
internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor LayoutChanged = Error(
        "FK0080", "The bytes of a published format have changed",
        "The bytes of '{0}' are not those that {1} locks: {2}; to change a published format on purpose, run "
        + "'dotnet build -t:UpdateLayoutLocks'");

    public static readonly DiagnosticDescriptor LockWithoutType = Error(
        "FK0081", "A layout lock locks nothing",
        "No format '{0}' is declared in the folder of {1}; move the lock beside its declaration, or remove it if the "
        + "format is no more");

    public static readonly DiagnosticDescriptor LockUnreadable = Error(
        "FK0082", "A line of a layout lock says nothing",
        "Line {1} of '{0}' is no line of a layout lock; write it anew with 'dotnet build -t:UpdateLayoutLocks'");
}
