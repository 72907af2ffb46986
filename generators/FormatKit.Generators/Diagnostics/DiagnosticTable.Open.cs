using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor OpenNotLast = Error(
        "FK0170", "Something stands after a record that goes on to the end",
        "'{0}' goes on to the end, since '{1}' takes all the rest, so nothing is left for '{2}'; say how long '{0}' is "
        + "with [Prefixed] or [Length], or move it to the end");

    public static readonly DiagnosticDescriptor OpenElements = Error(
        "FK0171", "An element of an array goes on to the end",
        "'{0}' cannot be an array of '{1}', since '{2}' takes all the rest, so the first element would take what "
        + "belongs to the others; say in '{1}' how long that is, with [Prefixed], [Length] or [Terminated]");

    public static readonly DiagnosticDescriptor OpenAligned = Error(
        "FK0172", "A rest takes what fills the record up",
        "'{0}' is filled up to a multiple of {1} bytes, and '{2}' takes all the rest, so it would be read with these "
        + "zeros; say how long it is, or leave out Align");
}
