namespace FormatKit.Generators.Tests.Harness.Drawn;

internal sealed partial class DeclarationDrawer
{
    private bool _isStruct;
    private string _accessors = "{ get; set; }";

    private DrawnDeclaration DrawRecord()
    {
        var form = _isWild && One(6)
            ? Pick("public class", "public abstract partial class", "public static partial class",
                "public partial class Drawn<T> where T : Attribute //",
                "public partial record struct Drawn(int Extra) //",
                "public ref partial struct", "file partial class", "public partial interface")
            : Pick("public partial class", "public sealed partial class", "public partial struct",
                "internal partial record", "public sealed partial record", "public partial record struct",
                "public readonly partial struct", "public readonly partial record struct", "internal partial class");
        _isStruct = form.Contains("struct", StringComparison.Ordinal);
        _accessors = form.Contains("readonly", StringComparison.Ordinal) ? "{ get; init; }" : "{ get; set; }";
        var count = _random.Next(1, 7);
        while (_members.Count < count)
        {
            DrawRecordMember(isLast: _members.Count == count - 1);
        }

        var order = Pick("BigEndian", "LittleEndian");
        var align = One(5) ? $", Align = {Pick("4", "8", "1", "0", _isWild ? "3" : "2")}" : string.Empty;
        var spec = One(6) ? ", Spec = \"A \\\"spec\\\" <b> & {c}\"" : string.Empty;
        var name = _isAwkward && One(3) ? Pick(DrawnNames.Awkward) : "Drawn";
        var outer = One(6)
            ? Pick("public partial class Outer", "public static partial class Outer", "public partial struct Outer",
                "internal partial record Outer", "public partial interface IOuter", "public partial class Outer<T>")
            : null;
        return new DrawnDeclaration(
            _namespace, $"[BinaryRecord(ByteOrder.{order}{align}{spec})]\n{form} {name}", [.. _members], 0, outer);
    }

    private void DrawRecordMember(bool isLast)
    {
        switch (_random.Next(8))
        {
            case 0 or 1 or 2:
                DrawRecordValue();
                break;
            case 3:
                DrawVariant();
                break;
            case 4:
                DrawRecordChecksum();
                break;
            default:
                DrawVarying(isLast);
                break;
        }
    }

    /// <summary>Adds a property; where it may be absent it is nullable.</summary>
    private void AddProperty(
        List<string> attributes, string type, bool isReference, int width = 0, bool mayBeAbsent = true)
    {
        var name = FreshName();
        var condition = mayBeAbsent && One(5) ? RecordCondition() : null;
        if (condition is not null)
        {
            attributes.Add(condition);
        }

        attributes.AddRange(One(10) ? [$"Align({Pick("2", "4", "8")})"] : (string[])[]);
        attributes.AddRange(_isWild && One(4) ? [AnyAttribute()] : (string[])[]);
        var isNullable = (condition is not null) ^ (_isWild && One(12));
        var accessors = _isWild && One(8)
            ? Pick("{ get; }", "{ get; init; }", "{ set; }", "=> default!;", "{ get; private set; }",
                "{ get; set; } = default!;")
            : One(6) && _accessors == "{ get; set; }" ? Pick("{ get; private set; }", "{ get; init; }") : _accessors;
        var modifiers = _isWild && One(8)
            ? Pick("required ", "virtual ", "static ", "new ", "readonly ")
            : string.Empty;
        var isInitialized = isReference && !isNullable && !_isStruct
            && accessors.EndsWith("; }", StringComparison.Ordinal);
        var value = !isInitialized ? string.Empty
            : type.EndsWith(']') ? " = [];"
            : type == "string" ? " = \"\";"
            : " = null!;";
        _members.Add(new DrawnMember(
            [.. attributes], $"{Access()} {modifiers}{type}{(isNullable ? "?" : "")} {name} {accessors}{value}", 0));
        _names.Add(new Named(name, type, width, isNullable));
    }

    private string? RecordCondition() => _random.Next(3) switch
    {
        0 when Reference(named =>
            IsUnsigned(named.Type) || IsEnum(named.Type) || named.Type is "bool" or "FourCC") is { } member =>
            One(2) ? $"When({member})"
                : $"When({member}, {Pick("1", "0", "true", "U8.One", "(byte)2", "F8.High", "\"ABCD\"")})",
        1 when Reference(named => IsUnsigned(named.Type)) is { } member => $"Since({member}, {Pick("1", "2", "0")})",
        2 when Reference(named => IsUnsigned(named.Type)) is { } member => $"WhenFlag({member}, {Pick("1", "128")})",
        _ => null,
    };

    private void DrawRecordValue()
    {
        var (type, width, attributes) = DrawValue();
        AddProperty(attributes, type, type == "string", width);
    }

    private void DrawRecordChecksum()
    {
        var type = Pick("byte", "ushort", "uint", "ulong");
        var arguments = new List<string>();
        if (One(3))
        {
            arguments.Add($"Self = ChecksumSelf.{Pick("Zero", "Excluded", "Filled", "Stored")}");
        }

        if (One(2) && _names.Count > 0)
        {
            var (from, to) = (Pick(_names.ToArray()).Name.TrimStart('@'), Pick(_names.ToArray()).Name.TrimStart('@'));
            arguments.Add($"Over = [\"{Pick(from, $"{from}..{to}", $"..{to}", $"{from}..", "..")}\"]");
        }

        AddProperty(
            [Checksum(AlgorithmOf(type)!, arguments)], type, isReference: false, WidthOf(type));
    }

    private void DrawVariant()
    {
        var (type, tag) = Pick(("ByByte", "byte"), ("ByCode", "FourCC"), ("ByEnum", "U8"));
        if (!One(4))
        {
            AddProperty([], tag, isReference: false, WidthOf(tag), mayBeAbsent: false);
        }

        var field = Reference(named => named.Type == tag);
        List<string> attributes = field is null ? [] : [$"TaggedBy({field})"];
        attributes.AddRange(type == "ByCode" || One(3) ? [Extent(isArray: false)] : (string[])[]);
        AddProperty(attributes, type, isReference: true);
    }

    /// <summary>How much there is of something.</summary>
    private string Extent(bool isArray)
    {
        var plus = One(4) ? $", Plus = {(_isWild ? Pick("256", "-1", "5") : Pick("1", "2"))}" : string.Empty;
        var max = $", Max = {Pick("20", "100", "256", "7")}";
        if (One(2) || (!isArray && _names.Count == 0))
        {
            var inBytes = isArray && One(3) ? ", InBytes = true" : string.Empty;
            return $"Prefixed({Pick("1", "2", "3", "4", "5", "8")}{inBytes}{max}{plus})";
        }

        if (!_isWild || !One(3))
        {
            var type = Pick("byte", "ushort", "uint", "ulong");
            AddProperty(
                _isWild && One(6) ? [Checksum(AlgorithmOf(type)!, [])] : [], type, isReference: false, 1,
                mayBeAbsent: false);
        }

        var field = One(6) ? Reference(named => IsUnsigned(named.Type)) : Last();
        return field is null ? $"Prefixed(1{max})"
            : isArray && One(2) ? $"Count({field}{max}{plus})" : $"Length({field}{max}{plus})";

        string? Last() => _names.LastOrDefault() is { } named ? $"nameof({named.Name})" : null;
    }

    private void DrawVarying(bool isLast)
    {
        var isRest = (isLast && One(2)) || (_isWild && One(8));
        switch (_random.Next(6))
        {
            case 0:
                var bytes = Pick("byte[]", "byte[]", "ReadOnlyMemory<byte>");
                var extent = isRest ? "Rest"
                    : One(4) ? Pick("Bytes(5)", "Reserved(3)", "Reserved(4, ReservedPolicy.MustBeZero)",
                        "Reserved(2, ReservedPolicy.ZeroOnWrite)")
                    : Extent(isArray: false);
                AddProperty([extent], bytes, bytes == "byte[]");
                break;
            case 1:
                var encoding = Pick("Ascii", "Latin1", "Utf8", "Utf16LittleEndian", "Utf16BigEndian");
                var end = isRest ? "Rest"
                    : One(2) ? Pick("Terminated", "Terminated(Max = 20)")
                    : Extent(isArray: false);
                AddProperty([$"Encoded(TextEncoding.{encoding})", end], "string", isReference: true);
                break;
            case 2:
                var record = Pick("Entry", "Point", "Open", "OneByte");
                AddProperty(
                    record == "Open" || One(4) ? [Extent(isArray: false)] : [], record, record is "Entry" or "Open");
                break;
            case 3:
                DrawRecords(isRest);
                break;
            default:
                var element = One(2) ? Pick(Integers) : One(2) ? Pick(Enums)
                    : Pick("bool", "float", "double", "Guid", "Int128", "FourCC", "Plain", "Summed", "DateTimeOffset");
                List<string> attributes =
                    [isRest ? "Rest" : One(3) ? $"FixedCount({Pick("1", "2", "3")})" : Extent(isArray: true)];
                attributes.AddRange(element == "Guid" ? ["UniqueId(GuidOrder.Mixed)"]
                    : element == "DateTimeOffset" ? ["Timestamp(\"1970-01-01\", Width = 5)"]
                    : One(4) && WidthOf(element) > 1 ? ["Endian(ByteOrder.LittleEndian)"] : (string[])[]);
                attributes.AddRange(One(6) && WidthOf(element) == 4 ? ["Width(3)"] : (string[])[]);
                AddProperty(attributes, $"{element}[]", isReference: true);
                break;
        }
    }

    private void DrawRecords(bool isRest)
    {
        var element = Pick("Entry", "Point", "Open");
        List<string> attributes = [];
        var hasUntil = One(3);
        if (hasUntil)
        {
            var member = element == "Entry" ? "nameof(Entry.Kind)" : "\"X\"";
            attributes.Add($"Until({member}, {Pick("0", "1")}, Max = 20)");
        }

        if (!hasUntil || One(3))
        {
            attributes.Add(isRest ? "Rest" : One(4) ? "FixedCount(2)" : Extent(isArray: true));
        }

        AddProperty(attributes, $"{element}[]", isReference: true);
    }
}
