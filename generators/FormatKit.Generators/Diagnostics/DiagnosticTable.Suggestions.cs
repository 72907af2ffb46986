using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>What is legal and may be meant, and is better said.</summary>
internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor EnumPolicyUnsaid = Suggestion(
        "FK0083", "What values outside of an enum mean is not said",
        "'{0}' may hold values that '{1}' does not name, and keeps them; say so with "
        + "[EnumPolicy(UnknownValues.Preserve)], or refuse them with [EnumPolicy(UnknownValues.Reject)]");

    public static readonly DiagnosticDescriptor ChecksumUnsaid = Suggestion(
        "FK0084", "A field that is called a checksum is none",
        "'{0}' is called a checksum, but nothing says of what; sealed and validated it would be with {1}");

    public static readonly DiagnosticDescriptor NotCovered = Suggestion(
        "FK0085", "No checksum covers a field",
        "Neither the checksum '{0}' nor another covers {1}, so nobody sees when that is damaged; cover it, or say with "
        + "Except = [{2}] that it is meant");

    public static readonly DiagnosticDescriptor ExternalsNotReached = Suggestion(
        "FK0087", "Nobody reaches what is outside of a nested layout",
        "Checksums of '{0}' cover the region '{2}' outside of '{1}', and '{3}' does not reach it: seal and judge '{0}' "
        + "by itself with that region, before '{3}'");

    // Nothing is wrong, so whoever thinks otherwise may raise it or switch it off.
    private static DiagnosticDescriptor Suggestion(string id, string title, string message) => new(
        id, title, message, "FormatKit", DiagnosticSeverity.Info, isEnabledByDefault: true);
}
