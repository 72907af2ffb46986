using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>Arrays of integers, bits, overlays and alignment.</summary>
internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor ElementIsNoInteger = Error(
        "FK0040", "The elements of an array in a byte order are integers",
        "The elements of '{0}' are of type '{1}', which is neither an integer nor an enum; layouts are arrayed as "
        + "ReadOnlySpan<T>");

    public static readonly DiagnosticDescriptor BitsOfUnknownField = Error(
        "FK0041", "Bits are bits of a field",
        "'{0}' are bits of '{1}', which is no field of '{2}'; name one of its unsigned integers or enums");

    public static readonly DiagnosticDescriptor BitsOfNoUnsignedInteger = Error(
        "FK0042", "Bits are bits of an unsigned integer",
        "'{0}' are bits of '{1}', which is of type {2}; named bits stand in an unsigned integer of at most 8 bytes or "
        + "an enum of one");

    public static readonly DiagnosticDescriptor BitsOutOfField = Error(
        "FK0043", "Bits stand within their field",
        "'{0}' cannot have {1} bits from bit {2}: '{3}' has the bits 0 to {4}, and at least one is named");

    public static readonly DiagnosticDescriptor BitsOverlap = Error(
        "FK0044", "Two bit ranges overlap",
        "'{0}' and '{1}' share bits of '{2}'; each bit has one name, and {3}");

    public static readonly DiagnosticDescriptor BitsType = Error(
        "FK0045", "Bits have a type that holds them",
        "'{0}' is of type {1} and cannot show {2}; declare it as {3}");

    public static readonly DiagnosticDescriptor OverlayOfNoRegion = Error(
        "FK0046", "An overlay stands in raw bytes",
        "'{0}' cannot be an overlay of '{1}', {2}; the region of an overlay is a [Bytes] field of the same layout that "
        + "is as long and has no [Magic] or [Checksum]");

    public static readonly DiagnosticDescriptor OverlayTag = Error(
        "FK0047", "A tag tells which overlay it is",
        "'{0}' cannot be told by '{1}', {2}; the tag of an overlay is an integer or enum field of the same layout, or "
        + "bits that are one, of at most 8 bytes, and all overlays of a region have one tag");

    public static readonly DiagnosticDescriptor OverlayValue = Error(
        "FK0048", "A tag's value means one overlay",
        "'{0}' cannot be told by the value {1} of '{2}', {3}");

    public static readonly DiagnosticDescriptor Misaligned = Error(
        "FK0049", "A field does not start where its alignment says",
        "'{0}' starts at offset {1}, which is no multiple of {2}: [Reserved({3})] before it would fill the gap");
}
