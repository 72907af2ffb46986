using System.Collections.Immutable;

namespace FormatKit.Generators.Tests.Harness.Drawn;

/// <summary>
/// Draws declarations: mostly such as someone could have meant, some with a slip, some that nobody would write.
/// </summary>
internal sealed partial class DeclarationDrawer
{
    private readonly Random _random;
    private readonly string _namespace;
    private readonly List<Named> _names = [];
    private readonly List<DrawnMember> _members = [];

    // One declaration in three has attributes where they do not belong.
    private readonly bool _isWild;
    private readonly bool _isAwkward;

    private DeclarationDrawer(int seed, string space)
    {
        (_random, _namespace) = (new Random(seed), space);
        (_isWild, _isAwkward) = (One(3), One(3));
    }

    /// <summary>A name that is taken, and what the member holds.</summary>
    private sealed record Named(string Name, string Type, int Width, bool IsOptional);

    public static DrawnDeclaration Draw(int seed, string space) =>
        new DeclarationDrawer(seed, space) is var drawer && seed % 2 == 0 ? drawer.DrawLayout() : drawer.DrawRecord();

    private bool One(int times) => _random.Next(times) == 0;

    private T Pick<T>(params ReadOnlySpan<T> from) => from[_random.Next(from.Length)];

    private string FreshName()
    {
        while (true)
        {
            var name = _isAwkward && One(2) ? Pick(DrawnNames.Awkward)
                : _names.Count < DrawnNames.Plain.Length ? DrawnNames.Plain[_names.Count] : $"Field{_names.Count}";
            if (_names.All(named => named.Name != name))
            {
                return name;
            }

            if (!_isAwkward)
            {
                return $"Field{_names.Count}";
            }
        }
    }

    /// <summary>The name of a member that fulfils something; rarely of one that does not, or of none.</summary>
    private string? Reference(Func<Named, bool> fits)
    {
        if (_isWild && One(4))
        {
            return Pick("\"\"", "\"Nothing\"", "null!", "nameof(System)", _names.Count == 0 ? "\"x\"" : Quote(Pick(
                _names.ToArray())));
        }

        var found = _names.Where(named => fits(named) && !named.IsOptional).ToArray();
        return found.Length == 0 ? null : Quote(Pick(found));

        string Quote(Named named) => One(2) ? $"nameof({named.Name})" : $"\"{named.Name.TrimStart('@')}\"";
    }

    private static bool IsUnsigned(string type) => type is "byte" or "ushort" or "uint" or "ulong";

    private static bool IsSigned(string type) => type is "sbyte" or "short" or "int" or "long";

    private static bool IsEnum(string type) =>
        type is "U8" or "F8" or "S8" or "S16" or "F16" or "U32" or "F32" or "I32" or "U64" or "F64" or "I64" or "Empty";

    private static int WidthOf(string type) => type switch
    {
        "byte" or "sbyte" or "U8" or "F8" or "S8" or "Empty" or "bool" or "OneByte" => 1,
        "short" or "ushort" or "S16" or "F16" => 2,
        "Plain" => 3,
        "int" or "uint" or "U32" or "F32" or "I32" or "float" or "FourCC" => 4,
        "Marked" => 5,
        "long" or "ulong" or "U64" or "F64" or "I64" or "double" or "Summed" => 8,
        "Int128" or "UInt128" or "Guid" => 16,
        _ => 4,
    };

    /// <summary>Attributes of any kind, with arguments of the right type and of any value.</summary>
    private string AnyAttribute() => Pick(
        $"Align({Pick("0", "1", "2", "4", "3", "-1")})", "PerCopy", "Strict", "PowerOfTwo", "Rest", "Terminated", "Tag",
        $"Bytes({Pick("0", "1", "-1", "4")})", $"Reserved({Pick("0", "1", "4")}, ReservedPolicy.MustBeZero)",
        $"Constant({Number(8)})", $"Magic({Pick("\"\"", "\"abcd\"", "\"ä\"", "\"a\"", "7", "null!")})",
        $"Endian({Pick("ByteOrder.BigEndian", "(ByteOrder)7")})", $"EnumPolicy({Policy()})",
        $"FlagPolicy({Policy()}, Required = {Number(2)})", $"FlagPolicy({Policy()}, Known = {Number(4)})",
        $"NullValue({Number(4)})", "Position(Unit.Sectors)", "Measure(Unit.Bytes)", "Position(Unit.None)",
        $"Range({Number(1)}, {Number(1)})", "Range(-5, 5)", "Range(0, ulong.MaxValue)", $"OneOf({Number(1)}, 5)",
        "OneOf()", $"Width({Pick("0", "3", "5", "6", "7", "8", "-1")})", "Spec(\"Clause \\\"7\\\" <a> & {b}\")",
        "Spec(null!)", "UniqueId(GuidOrder.Mixed)", "Timestamp(\"1970-01-01\")", "Timestamp(\"nonsense\")",
        "Text(4, TextEncoding.Ascii)", "Text(3, TextEncoding.Utf16BigEndian)", "Text(0, TextEncoding.Utf8)",
        "Text(4, (TextEncoding)9)", $"FixedCount({Pick("0", "1", "2", "-1")})", "Encoded(TextEncoding.Utf8)",
        "OneOf(null!)", "PerCopy(Mirrors = null)", "Encoded((TextEncoding)9)", "Checksum<Crc32>(External = null)",
        "Checksum<Crc32>(Over = null, Self = (ChecksumSelf)7)", "Checksum<Crc32>(Over = [])",
        $"Prefixed({Pick("0", "1", "9")})", $"Checksum<{Algorithm()}>", $"When({AnyName()})",
        $"When({AnyName()}, {Number(1)})", $"WhenFlag({AnyName()}, {Number(1)})", $"Since({AnyName()}, {Number(1)})",
        $"Count({AnyName()})", $"Length({AnyName()})", $"TaggedBy({AnyName()})", $"Until({AnyName()}, 0)",
        $"Bits({AnyName()}, 0)", $"Overlay({AnyName()}, {AnyName()}, 1)", $"Offset({Pick("0", "1", "4", "-1")})");

    private string AnyName() => Reference(_ => true) ?? "\"First\"";

    private string Policy() => Pick("UnknownValues.Reject", "UnknownValues.Preserve");

    private static readonly string[] Algorithms =
    [
        "Crc32", "Crc32C", "Adler32", "OnesComplementByteSum32", "OnesComplementSignedByteSum32", "Fletcher32",
        "Crc16<Crc16.X25>", "Fletcher16", "InternetChecksum", "TwosComplementByteSum8", "Fletcher64", "Sha256",
    ];

    private string Algorithm() => Pick(Algorithms);

    private string? AlgorithmOf(string type) => type switch
    {
        "byte" => "TwosComplementByteSum8",
        "ushort" => Pick("Crc16<Crc16.X25>", "Fletcher16", "InternetChecksum"),
        "uint" => Pick("Crc32", "Crc32C", "Adler32", "OnesComplementByteSum32", "OnesComplementSignedByteSum32",
            "Fletcher32"),
        "ulong" => "Fletcher64",
        _ => null,
    };

    /// <summary>A number that so many bytes hold; rarely one that they do not.</summary>
    private string Number(int width) => _isWild && One(6)
        ? Pick("ulong.MaxValue", "256", "65536", "0", "0xFFFFFFFFF")
        : width switch
        {
            1 => Pick("0", "1", "7", "127", "255", "16"),
            2 => Pick("0", "1", "0x1234", "256", "0xFFFF", "0x8000"),
            4 or 3 => Pick("0", "1", "0x123456", "0x800000", "512"),
            _ => Pick("0", "1", "0x1234_5678_9ABC", "0xFFFF_FFFF_FFFF_FFFF", "0x8000_0000_0000_0000", "4096"),
        };
}
