using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>Widths of integers and times.</summary>
internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor WidthOutOfRange = Error(
        "FK0030", "An integer cannot have this width",
        "'{0}' cannot have {1} bytes: a number of type '{2}' has {3} with [Width], and its full width without");

    public static readonly DiagnosticDescriptor EnumDoesNotFit = Error(
        "FK0031", "An enum names a value that its field cannot hold",
        "'{0}' has {1} bytes, which do not hold {2} ({3}); use a wider field or an enum without that name");

    public static readonly DiagnosticDescriptor TimeWidth = Error(
        "FK0032", "A time has from 4 to 8 bytes",
        "'{0}' cannot have {1} bytes; a time is an integer of 4 to 8 bytes");

    public static readonly DiagnosticDescriptor EpochTooLate = Error(
        "FK0033", "An epoch leaves its field no dates",
        "'{0}' would count {1} in {2} bytes from {3} past the year 9999; its epoch is {4} at the latest");
}
