using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private static readonly (string First, string Second)[] Contradictions =
    [
        ("Reserved", "Bytes"),
        ("Magic", "Constant"), ("Magic", "Checksum"), ("Constant", "Checksum"),
        ("Position", "Measure"),
        ("Magic", "Position"), ("Magic", "Measure"), ("Magic", "NullValue"),
        ("Width", "Checksum"),
        ("Checksum", "Position"), ("Checksum", "Measure"), ("Checksum", "NullValue"),
        .. ValueContradictions,
    ];

    private static readonly HashSet<(string First, string Second)> ContradictingPairs = new(Contradictions);

    private bool RefuseContradictions(FieldContext field)
    {
        if (!MayContradict(field.Annotations))
        {
            return true;
        }

        var before = _diagnostics.Count;
        foreach (var (first, second) in Contradictions)
        {
            if (field.Find(first) is not null && field.Find(second) is { } location)
            {
                Report(DiagnosticTable.DirectivesContradict, location.Location(), field.Name, first, second);
            }
        }

        return _diagnostics.Count == before;
    }

    // Asked of every field, so the pairs that it has are looked up, and not all that there are.
    private static bool MayContradict(IReadOnlyList<Annotation> annotations)
    {
        for (var one = 0; one < annotations.Count; one++)
        {
            for (var other = 0; other < annotations.Count; other++)
            {
                if (one != other && ContradictingPairs.Contains((annotations[one].Name, annotations[other].Name)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool RefuseForeignDirectives(FieldContext field, FieldShape shape)
    {
        var before = _diagnostics.Count;
        foreach (var directive in field.Annotations)
        {
            var (applies, accepted) = Applies(directive.Name, shape);
            if (!applies)
            {
                Report(
                    DiagnosticTable.DirectiveDoesNotApply, directive.Location(), directive.Name, field.Name, accepted);
            }
        }

        return _diagnostics.Count == before;
    }

    private static (bool Applies, string Accepted) Applies(string directive, FieldShape shape) => directive switch
    {
        "Endian" => (shape is NumberShape or IntegersShape, "numbers, enums and timestamps"),
        "Checksum" => (shape is IntegerShape { IsSigned: false } or BytesShape, "unsigned integers and [Bytes]"),
        "Position" or "Measure" or "NullValue" =>
            (shape is IntegerShape { IsSigned: false }, "unsigned integers"),
        "Constant" => (shape is IntegerShape or EnumShape, "integers of at most 8 bytes and enums"),
        "Magic" => (
            shape is IntegerShape { IsSigned: false } or FourCCShape or BytesShape,
            "unsigned integers, FourCC and [Bytes]"),
        "EnumPolicy" => (shape is EnumShape { IsFlags: false }, "enums without [Flags]"),
        "Width" => (shape is IntegerShape or EnumShape, "integers of 4 and 8 bytes, and enums of these"),
        "Text" => (shape is TextShape, "properties of type string"),
        "Timestamp" => (shape is TimestampShape, "properties of type DateTimeOffset"),
        "UniqueId" => (shape is UniqueIdShape, "properties of type Guid"),
        "FixedCount" => (
            shape is FixedCountShape or IntegersShape,
            "properties of type ReadOnlySpan of a [BinaryLayout] struct or ReadOnlyEndianSpan of an integer"),
        "Reserved" => (shape is ReservedShape, "properties of type ReadOnlySpan<byte>"),
        "Bytes" => (shape is BytesShape, "properties of type ReadOnlySpan<byte>"),
        "Count" or "Length" or "Prefixed" or "Terminated" or "Rest" or "Until" or "Encoded" or "Tag" or "TaggedBy" =>
            (false, "fields of a [BinaryRecord] whose size varies"),
        _ => AppliesToValues(directive, shape),
    };
}
