using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

internal static partial class DiagnosticTable
{
    // What is lost may be what is meant: a base class may keep things for its own.
    public static readonly DiagnosticDescriptor InheritedNotStored = new(
        "FK0160", "What a record inherits is not stored",
        "'{0}' inherits {1} from '{2}', which is neither read nor written: the fields of a record are its own "
        + "properties; declare it in '{0}', or with a body in '{2}' if it is no field",
        "FormatKit", DiagnosticSeverity.Warning, isEnabledByDefault: true);
}
