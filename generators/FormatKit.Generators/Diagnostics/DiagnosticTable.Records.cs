using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>Records and variants.</summary>
internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor RecordNotPartial = Error(
        "FK0100", "A record must be partial",
        "'{0}' must be 'partial': the generator adds the codec of the {1} in another part");

    public static readonly DiagnosticDescriptor RecordForm = Error(
        "FK0101", "A record must be a plain class or struct",
        "'{0}' is {1}; a record is a plain 'partial' class, struct or record with auto-properties, which can be made "
        + "without arguments");

    public static readonly DiagnosticDescriptor RecordFieldForm = Error(
        "FK0102", "A field of a record is an auto-property",
        "'{0}' {1}; declare it as '{2}'");

    public static readonly DiagnosticDescriptor RecordFieldElsewhere = Error(
        "FK0103", "All fields of a record stand in one part",
        "Move '{0}' to the part of '{1}' that has [BinaryRecord]: disk order is the order of declaration in that part");

    public static readonly DiagnosticDescriptor RecordType = Error(
        "FK0104", "A field of a record cannot have this type",
        "'{0}' cannot be of type '{1}'; a field is an integer, an enum, bool, float, FourCC, Guid, DateTimeOffset, "
        + "string, byte[], ReadOnlyMemory<byte>, a [BinaryLayout], [BinaryRecord] or [BinaryVariants] type, or an "
        + "array of values, layouts or records");

    public static readonly DiagnosticDescriptor ExtentMissing = Error(
        "FK0105", "Nothing says how much of a field there is",
        "'{0}' is {1}, and nothing says how much of it there is; write one of {2}");

    public static readonly DiagnosticDescriptor RecordDirective = Error(
        "FK0106", "An attribute does not apply to this field of a record",
        "[{0}] does not apply to '{1}', which is {2}; it takes {3}");

    public static readonly DiagnosticDescriptor RecordMember = Error(
        "FK0107", "An attribute names a field that is not there",
        "[{0}] of '{1}' names '{2}', which is no field of '{3}'");

    public static readonly DiagnosticDescriptor MemberNotBefore = Error(
        "FK0108", "A field is needed before it is read",
        "[{0}] of '{1}' names '{2}', which does not stand before it; move it there, since it must be read first");

    public static readonly DiagnosticDescriptor MemberNotAlways = Error(
        "FK0109", "A field that is needed may not be there",
        "[{0}] of '{1}' names '{2}', which is there only sometimes; name a field without a condition");

    public static readonly DiagnosticDescriptor MemberType = Error(
        "FK0110", "A field cannot say this",
        "[{0}] of '{1}' names '{2}', which must be {3}");

    public static readonly DiagnosticDescriptor MemberTaken = Error(
        "FK0111", "A field is computed from one other field",
        "[{0}] of '{1}' names '{2}', which is computed from '{3}' already; give '{1}' a field of its own");

    public static readonly DiagnosticDescriptor RecordLimit = Error(
        "FK0112", "A number of an attribute is out of range",
        "{0} of '{1}' cannot be {2}; write {3}");

    public static readonly DiagnosticDescriptor ConditionNotNullable = Error(
        "FK0113", "A field that is there only sometimes is nullable",
        "'{0}' is there only sometimes, because of [{2}]; make its type '{1}?'");

    public static readonly DiagnosticDescriptor NullableAlways = Error(
        "FK0114", "A field that is always there is not nullable",
        "'{0}' is always there; make its type '{1}', or say when it is there with [When], [WhenFlag] or [Since]");

    public static readonly DiagnosticDescriptor ConditionOnComputed = Error(
        "FK0115", "A condition looks at a field that is computed on writing",
        "[{0}] of '{1}' looks at '{2}', which is computed on writing; a condition looks at a value of its own");

    public static readonly DiagnosticDescriptor RestNotLast = Error(
        "FK0116", "Something stands after the rest",
        "'{0}' takes all the rest, so nothing is left for '{1}'; move it to the end or say its length");

    public static readonly DiagnosticDescriptor RecordInItself = Error(
        "FK0117", "A record cannot always contain itself",
        "'{0}' would contain '{1}' within itself without end: {2}; make one of them an array that may be empty, or "
        + "nullable with a condition");

    public static readonly DiagnosticDescriptor NoProgress = Error(
        "FK0118", "Elements of an array must have bytes",
        "The elements of '{0}' may have no bytes at all, so that few bytes could ask for many of them; give '{1}' a "
        + "field that is always there");

    public static readonly DiagnosticDescriptor RecordChecksum = Error(
        "FK0119", "A checksum of a record is over fields",
        "The range of the checksum '{0}' is wrong: {1}; write Over = [\"First..Last\"] with names of fields");

    public static readonly DiagnosticDescriptor RecordValue = Error(
        "FK0120", "A value does not fit the field that it is compared with",
        "{0} of [{1}] on '{2}' does not fit; write {3}");

    public static readonly DiagnosticDescriptor TagMisplaced = Error(
        "FK0121", "A tag is kept by the other variant only",
        "'{0}' has [Tag], but '{1}' is not named by the [OtherVariant] of its base class");

    public static readonly DiagnosticDescriptor VariantsForm = Error(
        "FK0122", "Variants have an abstract base class",
        "'{0}' {1}; variants derive from an 'abstract partial class' without fields, told apart by a tag that is an "
        + "integer, an enum or FourCC");

    public static readonly DiagnosticDescriptor NotAVariant = Error(
        "FK0123", "A variant is a record that derives from its base class",
        "'{1}' is no variant of '{0}': it must be a [BinaryRecord] class that derives from '{0}'");

    public static readonly DiagnosticDescriptor VariantTwice = Error(
        "FK0124", "A variant is listed twice",
        "'{0}' has {1} twice; each tag means one class, and each class has one tag");

    public static readonly DiagnosticDescriptor OtherWithoutTag = Error(
        "FK0125", "The other variant keeps its tag",
        "'{1}', the other variant of '{0}', keeps no tag; give it '[Tag] public {2} Tag {{ get; set; }}'");

    public static readonly DiagnosticDescriptor RecordRuleForm = Error(
        "FK0135", "A rule of a record is declared in another form",
        "'{0}' {1}; a rule of a record is declared as 'static bool {0}({2})'");

    public static readonly DiagnosticDescriptor VariantsArray = Error(
        "FK0136", "Variants in an array stand in a record with their tag",
        "'{0}' is an array of variants, and nothing holds the tag of each; declare a record of the tag ('{2} Tag') and "
        + "its variant ('[TaggedBy(nameof(Tag))] {1} Body'), and an array of that record");
}
