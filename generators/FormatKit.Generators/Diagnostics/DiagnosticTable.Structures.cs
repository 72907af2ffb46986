using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>Arrays of integers, bits, overlays and alignment.</summary>
internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor ElementIsNoInteger = Error(
        "FK0040", "The elements of an array in a byte order are integers",
        "The elements of '{0}' are of type '{1}', which is neither an integer nor an enum; layouts are arrayed as "
        + "ReadOnlySpan<T>");

    public static readonly DiagnosticDescriptor Misaligned = Error(
        "FK0049", "A field does not start where its alignment says",
        "'{0}' starts at offset {1}, which is no multiple of {2}: [Reserved({3})] before it would fill the gap");
}
