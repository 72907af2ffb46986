using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>
/// Every diagnostic there is. An id is never given to another meaning; each area has its file and its tens or hundred
/// of numbers.
/// </summary>
internal static partial class DiagnosticTable
{
    public static readonly DiagnosticDescriptor StructNotPartial = Error(
        "FK0001", "A layout must be partial",
        "'{0}' must be 'partial': the generator adds its bytes and accessors in another part");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error(
        "FK0002", "A type that contains a layout must be partial",
        "'{0}' must be 'partial': it contains the layout '{1}', whose other part the generator adds");

    public static readonly DiagnosticDescriptor StructForm = Error(
        "FK0003", "A layout must be a plain struct",
        "'{0}' is {1}; a layout is a plain 'partial struct', which is nothing but its bytes");

    public static readonly DiagnosticDescriptor StructLayoutConflict = Error(
        "FK0004", "A layout says its own storage",
        "Remove [{1}] from '{0}': [BinaryLayout] already decides how the struct is stored");

    public static readonly DiagnosticDescriptor SizeOutOfRange = Error(
        "FK0005", "The size of a layout is out of range",
        "'{0}' cannot have {1} bytes; a layout has from 1 to {2} bytes");

    public static readonly DiagnosticDescriptor SizeMismatch = Error(
        "FK0006", "The fields do not add up to the size",
        "The fields of '{0}' add up to {1} bytes, but its size is {2}: {3}");

    public static readonly DiagnosticDescriptor WrongOffset = Error(
        "FK0007", "A field does not start where its offset says",
        "'{0}' starts at offset {1}, not {2}: that is where the fields before it end");

    public static readonly DiagnosticDescriptor UndeclaredGap = Error(
        "FK0086", "Bytes before a field are not declared",
        "'{0}' starts at offset {1}, not {2}: the {3} bytes between are not declared; [Reserved({3})] before it would "
        + "keep them");

    public static readonly DiagnosticDescriptor MemberIsNoField = Error(
        "FK0008", "A layout cannot have this member",
        "'{0}' is {1}; a layout has no storage but its fields, which are partial properties such as "
        + "'public partial uint {2} {{ readonly get; set; }}'");

    public static readonly DiagnosticDescriptor FieldInOtherPart = Error(
        "FK0009", "All fields of a layout stand in one part",
        "Move '{0}' to the part of '{1}' that has [BinaryLayout]: disk order is the order of declaration in that part");

    public static readonly DiagnosticDescriptor PropertyForm = Error(
        "FK0010", "A field is declared in another form",
        "'{0}' {1}; declare it as '{2}'");

    public static readonly DiagnosticDescriptor NameTaken = Error(
        "FK0011", "The generator needs this name",
        "'{0}' is a name that the generator gives to {1}; choose another name");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "FK0012", "A field cannot have this type",
        "'{0}' cannot be of type '{1}'; a field is an integer (byte, sbyte, ushort, short, uint, int, ulong, long, "
        + "UInt128, Int128), float, double, bool, an "
        + "enum, FourCC, Guid, DateTimeOffset, string, a [BinaryLayout] struct, ReadOnlySpan<byte>, a "
        + "ReadOnlyEndianSpan of an integer or enum, or a ReadOnlySpan of a [BinaryLayout] struct");

    public static readonly DiagnosticDescriptor DirectiveMissing = Error(
        "FK0013", "A field of this type needs another attribute",
        "'{0}' is of type {1} and needs {2}");

    public static readonly DiagnosticDescriptor DirectiveDoesNotApply = Error(
        "FK0014", "An attribute does not apply to this field",
        "[{0}] does not apply to '{1}': it stands on {2}");

    public static readonly DiagnosticDescriptor DirectivesContradict = Error(
        "FK0015", "Two attributes contradict each other",
        "'{0}' cannot have both [{1}] and [{2}]; remove one");

    public static readonly DiagnosticDescriptor LengthOutOfRange = Error(
        "FK0016", "The length of a field is out of range",
        "'{0}' cannot have {1} {2}; a field has at least 1 and at most {3} bytes");

    public static readonly DiagnosticDescriptor OddTextLength = Error(
        "FK0017", "UTF-16 text has two bytes a character",
        "'{0}' cannot have {1} bytes: UTF-16 has two bytes a character, so the length must be even");

    public static readonly DiagnosticDescriptor MagicTextLength = Error(
        "FK0018", "A text magic has as many characters as its field has bytes",
        "The magic of '{0}' has {1} characters, but the field has {2} bytes; write exactly {2} ASCII characters, "
        + @"with \0 for zero bytes");

    public static readonly DiagnosticDescriptor MagicTextNotAscii = Error(
        "FK0019", "A text magic is ASCII",
        "The magic of '{0}' holds the character U+{1}; a text magic is ASCII, and for other bytes write the number");

    public static readonly DiagnosticDescriptor ValueDoesNotFit = Error(
        "FK0020", "A value does not fit its field",
        "The {0} {1} does not fit '{2}', which holds values up to {3}");

    public static readonly DiagnosticDescriptor NotADate = Error(
        "FK0023", "An epoch is a date",
        "'{1}' is no epoch for '{0}'; write a date as yyyy-MM-dd");

    public static readonly DiagnosticDescriptor LayoutInItself = Error(
        "FK0024", "A layout cannot contain itself",
        "'{0}' would contain '{1}' within itself: {2}");

    public static readonly DiagnosticDescriptor NotALayout = Error(
        "FK0025", "The elements of an array are layouts",
        "The elements of '{0}' are of type '{1}', which is no [BinaryLayout] struct; integers and enums are arrayed as "
        + "ReadOnlyEndianSpan<T>, and ReadOnlySpan<byte> is declared with [Bytes] or [Reserved]");

    public static readonly DiagnosticDescriptor UnknownArgument = Error(
        "FK0026", "An argument names no value",
        "{1} is no value of {2}; for '{0}' write {3}");

    public static readonly DiagnosticDescriptor EnumWithoutNames = Error(
        "FK0027", "An enum that rejects unknown values names some",
        "'{0}' would reject every value: the enum '{1}' names none");

    public static readonly DiagnosticDescriptor NestedIsHidden = Error(
        "FK0028", "A nested layout is hidden from the class that edits it",
        "'{0}' is of type '{1}', which only its containing type sees; make '{1}' internal, because '{2}', the class "
        + "that edits '{3}', stands outside");

    // What is refused is not emitted, and a stub that compiles must not pass for it: no one can switch an error off.
    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id, title, message, "FormatKit", DiagnosticSeverity.Error, isEnabledByDefault: true,
        customTags: WellKnownDiagnosticTags.NotConfigurable);
}
