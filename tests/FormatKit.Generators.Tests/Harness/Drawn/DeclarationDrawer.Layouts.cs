namespace FormatKit.Generators.Tests.Harness.Drawn;

internal sealed partial class DeclarationDrawer
{
    private DrawnDeclaration DrawLayout()
    {
        var count = _random.Next(1, 7);
        while (_members.Count < count)
        {
            DrawLayoutMember();
        }

        var order = Pick("BigEndian", "LittleEndian");
        var spec = One(4) ? ", Spec = \"A \\\"spec\\\" <b> & {c}\"" : string.Empty;
        var replica = One(8) ? "\n[Replica(\"at the \\\"end\\\"\")]" : string.Empty;
        var form = _isWild && One(6)
            ? Pick("public struct", "public readonly partial struct", "public ref partial struct",
                "public partial record struct", "public partial class", "partial struct", "file partial struct",
                "public unsafe partial struct")
            : Pick("public partial struct", "public partial struct", "internal partial struct");
        var name = _isAwkward && One(3) ? Pick(DrawnNames.Awkward) : "Drawn";
        var outer = One(6)
            ? Pick("public partial class Outer", "public static partial class Outer", "public partial struct Outer",
                "internal partial record Outer", "public partial interface IOuter",
                "internal partial record struct Outer",
                "public partial class Outer<T>", "public class Outer")
            : null;
        return new DrawnDeclaration(
            _namespace, $"[BinaryLayout(SIZE, ByteOrder.{order}{spec})]{replica}\n{form} {name}", [.. _members],
            _isWild && One(6) ? Pick(-1, 1, 1000, -1000) : 0, outer);
    }

    private void DrawLayoutMember()
    {
        switch (_random.Next(12))
        {
            case 0:
                DrawSpan(Pick("Bytes", "Reserved"));
                break;
            case 1:
                DrawLayoutArray();
                break;
            case 2:
                DrawBits();
                break;
            case 3:
                DrawOverlay();
                break;
            case 4:
                DrawLayoutChecksum();
                break;
            case 5 when _names.Count > 0:
                DrawRuleMethod();
                break;
            default:
                DrawLayoutValue();
                break;
        }
    }

    private string Access() => One(5) ? Pick("internal", "private", "internal") : "public";

    private void Add(List<string> attributes, string text, Named named, int width)
    {
        if (One(5) && width > 0)
        {
            attributes.Insert(0, $"Offset({_members.Sum(member => member.Width)})");
        }

        _members.Add(new DrawnMember([.. attributes], text, width));
        _names.Add(named);
    }

    private void DrawLayoutValue()
    {
        var (type, width, attributes) = DrawValue();
        var name = FreshName();
        if (IsUnsigned(type) && One(4))
        {
            var length = Reference(named => IsUnsigned(named.Type));
            attributes.AddRange(One(2) ? [$"NullValue({Number(width)})"] : (string[])[]);
            attributes.Add(One(2) ? $"Measure(Unit.{Pick("Bytes", "Sectors", "None")})"
                : length is not null && One(2) ? $"Position(Unit.{Pick("Bytes", "Sectors")}, Length = {length})"
                : $"Position(Unit.{Pick("Bytes", "Sectors", "None")})");
        }

        if (One(5) && LayoutCondition() is { } condition)
        {
            attributes.Add(condition);
        }

        attributes.AddRange(One(10) ? ["Strict"] : One(12) ? ["PerCopy"] : (string[])[]);
        var accessors = _isWild && One(6)
            ? Pick("{ get; set; }", "{ readonly get; }", "{ readonly get; init; }", "{ get; }", "=> default;",
                "{ readonly get; private set; }", "{ set; }")
            : One(8) ? "{ readonly get; private set; }" : "{ readonly get; set; }";
        var modifiers = _isWild && One(10)
            ? Pick("static partial", "readonly partial", "required partial", "")
            : "partial";
        Add(
            attributes, $"{Access()} {modifiers} {type} {name} {accessors}",
            new Named(name, type, width, false), width);
    }

    private string? LayoutCondition() => _random.Next(3) switch
    {
        0 when Reference(named =>
            IsUnsigned(named.Type) || IsEnum(named.Type) || named.Type == "bool") is { } member =>
            One(2) ? $"When({member})" : $"When({member}, {Pick("1", "0", "true", "U8.One", "(byte)2", "F8.High")})",
        1 when Reference(named => IsUnsigned(named.Type)) is { } member => $"Since({member}, {Pick("1", "2", "0")})",
        2 when Reference(named => IsUnsigned(named.Type)) is { } member => $"WhenFlag({member}, {Pick("1", "128")})",
        _ => null,
    };

    private void DrawSpan(string directive)
    {
        var (name, width) = (FreshName(), _random.Next(1, 9));
        List<string> attributes = [$"{directive}({width}{(directive == "Reserved" ? Pick(
            "", ", ReservedPolicy.MustBeZero", ", ReservedPolicy.ZeroOnWrite", ", ReservedPolicy.Preserve") : "")})"];
        if (directive == "Bytes" && width <= 8 && One(5))
        {
            attributes.Add($"Magic(\"{Letters(width)}\")");
        }

        attributes.AddRange(One(6) && LayoutCondition() is { } condition ? [condition] : (string[])[]);
        attributes.AddRange(_isWild && One(3) ? [AnyAttribute()] : (string[])[]);
        var type = _isWild && One(8) ? "Span<byte>" : "ReadOnlySpan<byte>";
        Add(
            attributes, $"{Access()} readonly partial {type} {name} {{ get; }}",
            new Named(name, directive, width, false), width);
    }

    private void DrawLayoutArray()
    {
        var name = FreshName();
        var count = _isWild && One(8) ? 0 : _random.Next(1, 4);
        var isLayout = One(2);
        var element = isLayout ? Pick(Layouts) : One(2) ? Pick(Integers) : Pick(Enums);
        var width = count * WidthOf(element);
        List<string> attributes = [$"FixedCount({count})"];
        attributes.AddRange(!isLayout && One(3) ? ["Endian(ByteOrder.BigEndian)"] : (string[])[]);
        attributes.AddRange(_isWild && One(3) ? [AnyAttribute()] : (string[])[]);
        var span = isLayout ? "ReadOnlySpan" : "ReadOnlyEndianSpan";
        Add(
            attributes, $"{Access()} readonly partial {span}<{element}> {name} {{ get; }}",
            new Named(name, "array", 0, false), width);
    }

    private void DrawBits()
    {
        if (Reference(named => IsUnsigned(named.Type) || named.Type is "U8" or "F16" or "U32") is not { } field)
        {
            return;
        }

        var holder = _names.Find(named => field.Contains(named.Name.TrimStart('@'), StringComparison.Ordinal));
        var all = 8 * (holder?.Width ?? 1);
        var start = _random.Next(all);
        var count = _isWild && One(6) ? Pick(0, 65, -1) : _random.Next(1, Math.Min(all - start, 9) + 1);
        var type = count == 1 ? Pick("bool", "byte", "U8")
            : count <= 8 ? Pick("byte", "ushort", "U8", "F8", "S16")
            : "ulong";
        var name = FreshName();
        var order = One(3) ? ", Order = BitOrder.MostSignificantFirst" : string.Empty;
        List<string> attributes = [count == 1 && One(2)
            ? $"Bits({field}, {start}{order})" : $"Bits({field}, {start}, {count}{order})"];
        attributes.AddRange(_isWild && One(3) ? [AnyAttribute()] : One(6) ? ["Spec(\"Clause 1\")"] : (string[])[]);
        Add(
            attributes, $"{Access()} partial {type} {name} {{ readonly get; set; }}",
            new Named(name, type, 0, false), 0);
    }

    private void DrawOverlay()
    {
        if (Reference(named => named.Type == "Bytes") is not { } region
            || Reference(named => IsUnsigned(named.Type) || IsEnum(named.Type)) is not { } tag)
        {
            return;
        }

        var holder = _names.Find(named => region.Contains(named.Name.TrimStart('@'), StringComparison.Ordinal));
        var fitting = Layouts.Where(layout => WidthOf(layout) <= (holder?.Width ?? 8) || _isWild).ToArray();
        var (type, name) = (fitting.Length == 0 ? "OneByte" : Pick(fitting), FreshName());
        Add(
            [$"Overlay({region}, {tag}, {Pick("0", "1", "2", "U8.One", "(ulong)3")})"],
            $"{Access()} partial {type} {name} {{ readonly get; set; }}", new Named(name, "overlay", 0, false), 0);
    }

    private void DrawLayoutChecksum()
    {
        var isDigest = One(5);
        var type = isDigest ? "digest" : Pick("byte", "ushort", "uint", "ulong");
        var algorithm = isDigest ? "Sha256" : AlgorithmOf(type)!;
        var arguments = new List<string>();
        if (One(4))
        {
            arguments.Add($"Self = ChecksumSelf.{Pick("Zero", "Excluded", "Stored", "Filled")}");
            arguments.AddRange(One(2) ? ["Fill = 0x20"] : (string[])[]);
        }

        if (One(3) && Reference(_ => true) is { } over)
        {
            arguments.Add(One(3) ? "Over = [\"0..1\"]" : $"Over = [{over}]");
        }
        else if (One(4) && Reference(_ => true) is { } except)
        {
            arguments.Add($"Except = [{except}]");
        }
        else if (One(6) && Reference(named => IsUnsigned(named.Type)) is { } length)
        {
            arguments.Add($"Length = {length}");
        }

        if (One(6))
        {
            arguments.Add($"External = \"{Pick("map", "log", "value", "class", "System", "externals", "a b")}\"");
        }

        if (One(6) && Reference(named => IsUnsigned(named.Type)) is { } when)
        {
            arguments.Add($"When = {when}, Is = {Number(1)}");
        }

        var (name, width) = (FreshName(), isDigest ? 32 : WidthOf(type));
        List<string> attributes = [Checksum(algorithm, arguments)];
        attributes.AddRange(isDigest ? ["Bytes(32)"] : (string[])[]);
        attributes.AddRange(One(8) && LayoutCondition() is { } condition ? [condition] : (string[])[]);
        attributes.AddRange(_isWild && One(4) ? [AnyAttribute()] : (string[])[]);
        Add(
            attributes,
            isDigest ? $"public readonly partial ReadOnlySpan<byte> {name} {{ get; }}"
                : $"{Access()} partial {type} {name} {{ readonly get; set; }}",
            new Named(name, type, width, false), width);
    }

    private static string Checksum(string algorithm, List<string> arguments) =>
        $"Checksum<{algorithm}>" + (arguments.Count == 0 ? string.Empty : $"({string.Join(", ", arguments)})");

    private void DrawRuleMethod()
    {
        var name = FreshName();
        var field = Reference(_ => true);
        var about = field is null || One(2) ? string.Empty : $", Field = {field}";
        List<string> attributes = [$"Rule(\"it \\\"holds\\\" {{x}}\"{about})"];
        attributes.AddRange(One(4) && LayoutCondition() is { } condition ? [condition] : (string[])[]);
        var self = _isWild && One(4) ? Pick("int", "Drawn", "ref Drawn", "in Plain") : "in Drawn";
        _members.Add(new DrawnMember([.. attributes], $"private static bool {name}({self} value) => true;", 0));
        _names.Add(new Named(name, "method", 0, false));
    }
}
