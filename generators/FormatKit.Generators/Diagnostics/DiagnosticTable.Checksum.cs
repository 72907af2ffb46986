using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor NotAChecksum = Error(
        "FK0021", "A checksum type computes another value",
        "'{0}' cannot be the checksum of '{1}': it does not implement IChecksumAlgorithm<{2}>");

    public static readonly DiagnosticDescriptor SecondChecksum = Error(
        "FK0022", "A field has at most one checksum",
        "'{0}' has a second checksum, and nothing chooses between them: give each its own value of one field, as in "
        + "When = nameof(Version), Is = 2");

    public static readonly DiagnosticDescriptor UnknownChecksumField = Error(
        "FK0070", "A checksum names a field that there is not",
        "The checksum '{0}' names '{1}', which is no field of '{2}'");

    public static readonly DiagnosticDescriptor ChecksumRange = Error(
        "FK0071", "A checksum's range is not one of the layout",
        "The checksum '{0}' cannot cover \"{1}\": {2}");

    public static readonly DiagnosticDescriptor NothingCovered = Error(
        "FK0072", "A checksum covers nothing",
        "The checksum '{0}' covers no byte but its own, so it says nothing; name what it covers in Over, Length or "
        + "External");

    public static readonly DiagnosticDescriptor NotBalanced = Error(
        "FK0073", "A checksum that counts as it stands must be balanced",
        "The checksum '{0}' cannot count as it stands: {1}");

    public static readonly DiagnosticDescriptor ChecksumCycle = Error(
        "FK0074", "Checksums cover each other",
        "The checksum '{0}' would be computed from itself: {1}; leave one out of the other's ranges");

    public static readonly DiagnosticDescriptor ChecksumArguments = Error(
        "FK0075", "The arguments of a checksum contradict each other",
        "The checksum '{0}' has {1}");

    public static readonly DiagnosticDescriptor ExternalName = Error(
        "FK0076", "A region outside of a layout has no usable name",
        "The checksum '{0}' cannot have the external region \"{1}\": {2}");

    public static readonly DiagnosticDescriptor ChecksumDecider = Error(
        "FK0077", "A field cannot decide about a checksum",
        "'{0}' cannot {1} the checksum '{2}'; {3} can");
}
