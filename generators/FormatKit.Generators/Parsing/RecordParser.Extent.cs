using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    private const int MaximumLimit = 0x7FFFFFC7;
    private const int DefaultCount = 1 << 20;
    private const int DefaultLength = 1 << 24;
    private const int DefaultText = 1 << 16;

    private static readonly string[] Extents =
        ["Bytes", "Reserved", "FixedCount", "Count", "Length", "Prefixed", "Terminated", "Rest"];

    private static readonly string[] Anywhere = ["Align", "Spec", "When", "WhenFlag", "Since"];

    private static readonly string[] OfElements = ["Endian", "Width", "UniqueId", "Timestamp"];

    /// <summary>How much of something there is; exactly one attribute says it.</summary>
    private RecordFieldModel? ParseExtent(FieldContext context, RecordFieldModel field)
    {
        string[] accepted = field.Kind switch
        {
            "Bytes" => ["Bytes", "Reserved", "Length", "Prefixed", "Rest"],
            "Text" => ["Length", "Prefixed", "Terminated", "Rest", "Encoded"],
            "Values" => ["FixedCount", "Count", "Length", "Prefixed", "Rest"],
            "Records" => ["FixedCount", "Count", "Length", "Prefixed", "Rest", "Until"],
            "Variant" => ["Length", "Prefixed", "TaggedBy"],
            _ => ["Length", "Prefixed"],
        };
        var foreign = context.Annotations.FirstOrDefault(directive =>
            !accepted.Contains(directive.Name) && !IsAccepted(directive.Name, context, field.Kind));
        if (foreign is not null)
        {
            var names = string.Join(", ", accepted.Select(name => $"[{name}]"));
            Report(
                DiagnosticTable.RecordDirective, foreign.Location(), foreign.Name, context.Name, Words(field), names);
            return null;
        }

        var extents = context.Annotations.Where(directive => Extents.Contains(directive.Name)).ToList();
        if (extents.Count > 1)
        {
            Report(
                DiagnosticTable.DirectivesContradict, extents[1].Location(),
                context.Name, extents[0].Name, extents[1].Name);
            return null;
        }

        var until = context.Find("Until");
        if (extents.Count == 0 && until is null && field.Kind is not ("Record" or "Variant"))
        {
            var names = string.Join(", ", accepted.Where(name => name != "Encoded").Select(name => $"[{name}]"));
            Report(DiagnosticTable.ExtentMissing, context.NameLocation(), context.Name, Words(field), names);
            return null;
        }

        var parsed = extents.Count == 0 ? field : ParseExtent(context, field, extents[0]);
        if (until is not null && parsed is { Extent.Kind: var kind } && !IsUntilAccepted(parsed.Extent))
        {
            Report(
                DiagnosticTable.DirectivesContradict, until.Location(), context.Name, extents[0].Name, "Until");
            return null;
        }

        return parsed;
    }

    /// <summary>Whether an attribute that says nothing of how much there is means something on a field.</summary>
    private static bool IsAccepted(string directive, FieldContext context, string kind) =>
        Anywhere.Contains(directive)
        || (directive == "Endian" && context.Find("Prefixed") is not null)
        || (kind == "Values" && OfElements.Contains(directive));

    private static bool IsUntilAccepted(RecordExtentModel extent) =>
        extent.Kind is "Own" or "Rest" || (extent.Kind is "Field" or "Prefix" && extent.InBytes);

    private static string Words(RecordFieldModel field) => field.Kind switch
    {
        "Bytes" => "bytes",
        "Text" => "text",
        "Values" or "Records" => "an array",
        "Variant" => "a variant",
        _ => "a record",
    };

    private RecordFieldModel? ParseExtent(FieldContext context, RecordFieldModel field, Annotation directive)
    {
        var isArray = field.Kind is "Values" or "Records";
        return directive.Name switch
        {
            "Bytes" or "Reserved" or "FixedCount" => ParseFixed(context, field, directive),
            "Count" => WithExtent("Field", inBytes: false, DefaultCount),
            "Length" => WithExtent("Field", inBytes: true, DefaultLength),
            "Prefixed" => ParsePrefix(context, field, directive, isArray),
            "Terminated" => WithExtent("Terminator", inBytes: true, DefaultText),
            _ => WithExtent("Rest", inBytes: true, DefaultLength),
        };

        RecordFieldModel? WithExtent(string kind, bool inBytes, int max) =>
            ParseLimits(directive, context.Name, max) is var (most, plus)
                ? field with { Extent = new(kind) { InBytes = inBytes, Max = most, Plus = plus } }
                : null;
    }

    private (int Max, int Plus)? ParseLimits(Annotation directive, string name, int fallback)
    {
        var max = directive.Named("Max") is { Value: int most } ? most : fallback;
        if (max is < 1 or > MaximumLimit)
        {
            Report(
                DiagnosticTable.RecordLimit, directive.NamedLocation("Max"),
                "Max", name, Text(max), $"1 to {Text(MaximumLimit)}");
            return null;
        }

        var plus = directive.Named("Plus") is { Value: int more } ? more : 0;
        if (plus is < 0 or > MaximumLimit)
        {
            Report(
                DiagnosticTable.RecordLimit, directive.NamedLocation("Plus"),
                "Plus", name, Text(plus), $"0 to {Text(MaximumLimit)}");
            return null;
        }

        return (max, plus);
    }

    /// <summary>Whether the number that says how much there is can hold what it counts besides.</summary>
    private bool IsPlusAccepted(Annotation directive, string name, int plus, int width)
    {
        if ((ulong)plus <= FormatParser.MaximumOf(width))
        {
            return true;
        }

        Report(
            DiagnosticTable.RecordLimit, directive.NamedLocation("Plus"), "Plus", name, Text(plus),
            $"0 to {Text((int)FormatParser.MaximumOf(width))}, which the number before it can hold");
        return false;
    }

    private RecordFieldModel? ParseFixed(FieldContext context, RecordFieldModel field, Annotation directive)
    {
        if (!directive.TryGetInt32(0, out var count))
        {
            _isUnfinished = true;
            return null;
        }

        if (count is < 1 or > DefaultCount)
        {
            Report(
                DiagnosticTable.RecordLimit, directive.ArgumentLocation(0),
                directive.Name, context.Name, Text(count), $"1 to {Text(DefaultCount)}");
            return null;
        }

        var isBytes = field.Kind == "Bytes";
        var reserved = directive.Name != "Reserved" ? null
            : directive.Count > 1 && directive.TryGetMember(1, out _, out _, out var policy) ? policy : "Preserve";
        return field with
        {
            Extent = new("Fixed") { Count = count, InBytes = isBytes, Max = count },
            Width = isBytes ? count : field.Value is { } value ? count * value.Width : 0,
            Reserved = reserved,
        };
    }

    private RecordFieldModel? ParsePrefix(
        FieldContext context, RecordFieldModel field, Annotation directive, bool isArray)
    {
        if (!directive.TryGetInt32(0, out var width))
        {
            _isUnfinished = true;
            return null;
        }

        var order = _values.OrderOf(context);
        if (FormatParser.UnsignedInteger(width, order) is not { } prefix)
        {
            Report(
                DiagnosticTable.RecordLimit, directive.ArgumentLocation(0),
                directive.Name, context.Name, Text(width), "1 to 8");
            return null;
        }

        var inBytes = !isArray || directive.Named("InBytes") is { Value: true };
        return ParseLimits(directive, context.Name, inBytes ? DefaultLength : DefaultCount) is var (max, plus)
            && IsPlusAccepted(directive, context.Name, plus, prefix.Width)
            ? field with
            {
                Extent = new("Prefix") { Prefix = prefix, InBytes = inBytes, Max = max, Plus = plus },
            }
            : null;
    }
}
