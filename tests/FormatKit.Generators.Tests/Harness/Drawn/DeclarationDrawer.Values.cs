namespace FormatKit.Generators.Tests.Harness.Drawn;

internal sealed partial class DeclarationDrawer
{
    private static readonly string[] Integers =
        ["byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong"];

    private static readonly string[] Enums =
        ["U8", "F8", "S8", "S16", "F16", "U32", "F32", "I32", "U64", "F64", "I64", "Empty"];

    private static readonly string[] Layouts = ["OneByte", "Plain", "Summed", "Marked"];

    /// <summary>A value of fixed width, as layouts and records have it: its type, its width and what it says.</summary>
    private (string Type, int Width, List<string> Attributes) DrawValue()
    {
        if (_isWild && One(8))
        {
            var foreign = Pick(
                "char", "decimal", "nint", "Half", "string?", "object", "int?", "byte[]", "DateTime", "TimeSpan",
                "dynamic", "Span<byte>", "(int, int)", "int*", "Version", "List<int>", "ReadOnlyMemory<byte>",
                "Exception", "DayOfWeek", "Enum", "void", "Nullable<U8>", "int[]", "int[,]", "Entry", "ByByte");
            return (foreign, 4, [AnyAttribute()]);
        }

        var type = _random.Next(10) switch
        {
            < 4 => Pick(Integers),
            < 6 => Pick(Enums),
            6 => Pick(Layouts),
            _ => Pick("bool", "float", "double", "Int128", "UInt128", "Guid", "DateTimeOffset", "FourCC", "string"),
        };
        var width = WidthOf(type);
        var attributes = new List<string>();
        switch (type)
        {
            case "Guid":
                attributes.Add($"UniqueId(GuidOrder.{Pick("Mixed", "Rfc4122")})");
                break;
            case "DateTimeOffset":
                width = DrawTimestamp(attributes);
                break;
            case "string":
                width = _random.Next(1, 9) * 2;
                var encoding = Pick("Ascii", "Latin1", "Utf8", "Utf16LittleEndian", "Utf16BigEndian");
                var padding = One(3) ? ", Padding = TextPadding.Space" : string.Empty;
                attributes.Add($"Text({width}, TextEncoding.{encoding}{padding})");
                break;
            case "FourCC" when One(3):
                attributes.Add("Magic(\"RIFF\")");
                break;
        }

        var isNumber = IsUnsigned(type) || IsSigned(type) || IsEnum(type);
        if (isNumber && width >= 4 && One(3))
        {
            width = width == 4 ? 3 : _random.Next(5, 8);
            attributes.Add($"Width({width})");
        }

        if (isNumber && !One(3))
        {
            DrawRule(type, width, attributes);
        }

        if ((isNumber || type is "float" or "Int128" or "UInt128" or "DateTimeOffset") && One(4))
        {
            attributes.Add($"Endian(ByteOrder.{Pick("BigEndian", "LittleEndian")})");
        }

        if (One(6))
        {
            attributes.Add("Spec(\"Clause \\\"7\\\" <a> & {b}\")");
        }

        if (_isWild && One(2))
        {
            attributes.Add(AnyAttribute());
        }

        return (type, width, attributes);
    }

    private int DrawTimestamp(List<string> attributes)
    {
        var epoch = Pick("1970-01-01", "0001-01-01", "1601-01-01", "9999-12-31", "2000-02-29");
        var unit = Pick("Seconds", "Milliseconds", "HundredNanoseconds");
        var width = unit == "HundredNanoseconds" ? 8 : 4;
        var own = string.Empty;
        if (One(2))
        {
            width = _random.Next(3, 9);
            own = $", Width = {width}";
        }

        attributes.Add(unit == "Seconds" && One(2)
            ? $"Timestamp(\"{epoch}\"{own})"
            : $"Timestamp(\"{epoch}\", TimeUnit.{unit}{own})");
        return width;
    }

    private void DrawRule(string type, int width, List<string> attributes)
    {
        switch (_random.Next(10))
        {
            case 0 when IsUnsigned(type):
                attributes.Add(One(2) ? $"Magic(\"{Letters(width)}\")" : $"Magic({Number(width)})");
                break;
            case 1:
                attributes.Add($"Constant({(IsUnsigned(type) ? Number(width) : "0")})");
                break;
            case 2 or 3:
                attributes.Add(IsUnsigned(type) ? RangeOf(width)
                    : Pick("Range(0, 1)", "Range(-1, 1)", "Range(-128, 127)", "Range(-2, -2)", "Range(0, 0)"));
                break;
            case 4 when IsUnsigned(type):
                attributes.Add("PowerOfTwo");
                attributes.AddRange(One(2) ? [RangeOf(width)] : (string[])[]);
                break;
            case 5:
                attributes.Add(Pick("OneOf(0, 1)", "OneOf(1)", "OneOf(1, 2, 200)", $"OneOf({Number(width)})"));
                break;
            case 6 when IsUnsigned(type):
                attributes.Add(
                    $"FlagPolicy({Policy()}, Known = {Pick("7", "0x81", "0")}, Required = {Pick("1", "0", "4")})");
                break;
            case 6 or 7 when type.StartsWith('F'):
                attributes.Add(Pick(
                    $"FlagPolicy({Policy()})", $"FlagPolicy({Policy()}, Required = {Number(width)})",
                    $"FlagPolicy({Policy()}, Known = {Number(width)})"));
                break;
            case 8 when IsEnum(type) && !type.StartsWith('F'):
                attributes.Add($"EnumPolicy({Policy()})");
                break;
        }
    }

    private string RangeOf(int width) => One(2)
        ? $"Range({Pick("0", "1", "7")}, {Pick("1", "100", "255", "7")})"
        : width >= 8 ? "Range(1UL << 63, ulong.MaxValue)" : $"Range(1, {Number(width)})";

    private string Letters(int count) => string.Concat(
        Enumerable.Range(0, count).Select(_ => Pick("a", "Z", "\\0", "\\\"", "\\\\", "\\n", "~", " ", "\\u007f")));
}
