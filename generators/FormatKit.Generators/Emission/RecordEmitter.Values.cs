using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

/// <summary>Values of fixed width: the code of layouts, over the bytes of a run.</summary>
internal static partial class RecordEmitter
{
    private const string Access = "global::FormatKit.FieldAccess.";
    private const string Run = "global::FormatKit.RecordRun";

    /// <summary>Reads a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="run">Where it stands, as code that is a reference to a run.</param>
    /// <param name="offset">How many bytes after its start.</param>
    private static string ReadValue(FieldModel value, string run, int offset) => value.Shape switch
    {
        TimestampShape time =>
            $"{Access}ReadTimestamp(\n    in {run}, {offset}, {value.Width}, {OrderOf(time.Order)}, {Scale(time)})",
        BoolShape => $"{Access}ReadBool(in {run}, {offset})",
        NumberShape { IsNarrow: true } number =>
            $"({value.Property.Type}){Access}Read{Sign(number)}("
            + $"in {run}, {offset}, {number.Bytes}, {OrderOf(number.Order)})",
        NumberShape number => $"{Access}Read{number.Order}<{Run}, {value.Property.Type}>(in {run}, {offset})",
        FourCCShape => $"new global::FormatKit.FourCC({Access}ReadBigEndian<{Run}, uint>(in {run}, {offset}))",
        UniqueIdShape id => $"{Access}ReadUniqueId(in {run}, {offset}, global::FormatKit.GuidOrder.{id.Order})",
        TextShape text =>
            $"{Access}ReadText(in {run}, {offset}, {value.Width}, {EncodingOf(text.Encoding)}{Padding(text)})",
        _ => $"{Access}ViewNested<{Run}, {value.Property.Type}>(in {run}, {offset})",
    };

    /// <summary>Writes a value.</summary>
    private static string WriteValue(FieldModel value, string run, int offset, string code, string name) =>
        value.Shape switch
        {
            TimestampShape time =>
                $"{Access}WriteTimestamp(\n    ref {run}, {offset}, {value.Width}, {OrderOf(time.Order)}, "
                + $"{Scale(time)},\n    {code}, {Literals.Text(name)});",
            BoolShape => $"{Access}WriteBool(ref {run}, {offset}, {code});",
            NumberShape { IsNarrow: true } number =>
                $"{Access}Write{Sign(number)}(\n    ref {run}, {offset}, {number.Bytes}, {OrderOf(number.Order)}, "
                + $"({(number.IsNarrowSigned ? "long" : "ulong")}){code}, {Literals.Text(name)});",
            NumberShape number => $"{Access}Write{number.Order}(ref {run}, {offset}, {code});",
            FourCCShape => $"{Access}WriteBigEndian(ref {run}, {offset}, {code}.Value);",
            UniqueIdShape id =>
                $"{Access}WriteUniqueId(ref {run}, {offset}, global::FormatKit.GuidOrder.{id.Order}, {code});",
            TextShape text =>
                $"{Access}WriteText(\n    ref {run}, {offset}, {value.Width}, {EncodingOf(text.Encoding)}, {code}, "
                + $"{Literals.Text(name)}{Padding(text)});",
            _ =>
                $"{Access}EditNested<{Run}, {value.Property.Type}>(ref {run}, {offset}) = {code};\n"
                + "global::FormatKit.Layout.Seal("
                + $"ref {Access}EditNested<{Run}, {value.Property.Type}>(ref {run}, {offset}));",
        };

    private static string Scale(TimestampShape time) =>
        $"/* {time.Date} */ {time.Epoch}, global::FormatKit.TimeUnit.{time.Unit}";

    private static string Sign(NumberShape number) => number.IsNarrowSigned ? "Signed" : "Unsigned";

    private static string Padding(TextShape text) =>
        text.Padding == "Nul" ? string.Empty : $", global::FormatKit.TextPadding.{text.Padding}";

    private static string EncodingOf(string encoding) => $"global::FormatKit.TextEncoding.{encoding}";

    private static string OrderOf(string order) => $"global::FormatKit.ByteOrder.{order}";

    /// <summary>Whether elements are integers as they stand in memory, but for their order.</summary>
    private static bool IsBulk(FieldModel value) =>
        value.Shape is IntegerShape { IsNarrow: false } or EnumShape { IsNarrow: false };

    /// <summary>The bits of a value as code; null for what has none.</summary>
    private static string? Bits(RecordFieldModel field, string value) => Parsing.RecordParser.Bits(field, value);
}
