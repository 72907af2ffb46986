using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>Values, conditions and rules: 50 to 69.</summary>
internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor RangeDoesNotFit = Error(
        "FK0050", "A range goes beyond its field",
        "The range {1} to {2} goes beyond '{0}', which holds {3} to {4}");

    public static readonly DiagnosticDescriptor NoLegalValue = Error(
        "FK0051", "No value of a field is legal",
        "No value of '{0}' is legal: {1}");

    public static readonly DiagnosticDescriptor FlagsNotKnown = Error(
        "FK0052", "Flags that are rejected when unknown say which are known",
        "The bits of '{0}' have no names, so all would be rejected; say which are known: "
        + "[FlagPolicy(UnknownValues.Reject, Known = 0x3)]");

    public static readonly DiagnosticDescriptor RequiredFlagsUnknown = Error(
        "FK0053", "Flags that are required are known",
        "'{0}' demands the bits 0x{1} and rejects them as unknown; add them to Known or to the enum");

    public static readonly DiagnosticDescriptor RuleForm = Error(
        "FK0054", "A rule is declared in another form",
        "'{0}' {1}; a rule is declared as 'static bool {0}(in {2} value)', or over two layouts as "
        + "'static bool {0}(in {2} value, in OtherLayout other)'");

    public static readonly DiagnosticDescriptor UnknownMember = Error(
        "FK0055", "An attribute names a member that is not there",
        "[{0}] of '{1}' names '{2}', and '{3}' has no such {4}; write nameof of one that it has");

    public static readonly DiagnosticDescriptor CannotDecide = Error(
        "FK0056", "This member cannot decide whether a field counts",
        "[{0}] of '{1}' cannot ask '{2}', which is {3}; it asks {4}");

    public static readonly DiagnosticDescriptor ConditionValue = Error(
        "FK0057", "A condition compares with a value that its member cannot have",
        "[{0}] of '{1}' compares '{2}' with {3}; write {4}");

    public static readonly DiagnosticDescriptor LengthIsNoMeasure = Error(
        "FK0058", "The length of what stands at a position is a measure",
        "The length of what '{0}' points at is '{1}', which does not say what it counts; add "
        + "[Measure(Unit.Bytes)] or [Measure(Unit.Sectors)] to '{1}'");

    public static readonly DiagnosticDescriptor MethodIsNoRule = Error(
        "FK0059", "An attribute stands on a method that is no rule",
        "[{0}] says when or how strictly a rule counts, and '{1}' is none; "
        + "add [Rule(\"what must hold\")] or remove it");

    public static readonly DiagnosticDescriptor SealedBefore = Error(
        "FK0088", "A field cannot be filled behind what decides about it",
        "'{0}' is filled only when '{1}' says so, and '{1}' is {2}; let another field decide");
}
