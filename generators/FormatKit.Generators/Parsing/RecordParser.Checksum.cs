using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    private static readonly string[] LayoutArguments = ["Length", "External", "When", "Except"];

    private void ParseChecksum(int index, FieldContext context)
    {
        var directives = context.Annotations.Where(found => found.Name == "Checksum").ToList();
        if (directives.Count == 0)
        {
            return;
        }

        var directive = directives[0];
        if (directives.Count > 1)
        {
            Report(
                DiagnosticTable.DirectivesContradict, directives[1].Location(), context.Name, "Checksum", "Checksum");
            return;
        }

        if (directive.TypeArgument is not { } algorithm || algorithm.TypeKind == TypeKind.Error)
        {
            _isUnfinished = true;
            return;
        }

        var foreign = LayoutArguments.FirstOrDefault(name => directive.HasNamed(name));
        if (foreign is not null)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, directive.NamedLocation(foreign),
                $"Checksum({foreign})", context.Name, "fields of a [BinaryLayout]");
            return;
        }

        var computes = algorithm.AllInterfaces.FirstOrDefault(implemented =>
            implemented is { Name: "IChecksumAlgorithm", Arity: 2, ContainingNamespace.Name: Annotation.Namespace }
            && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], context.Type));
        if (computes is null || _fields[index] is not { Kind: "Value", Value.Shape: IntegerShape })
        {
            Report(
                DiagnosticTable.NotAChecksum, directive.TypeArgumentLocation(),
                algorithm.Name, context.Name, context.Type.ToDisplayString());
            return;
        }

        if (ParseRange(context, directive) is not var (first, last))
        {
            return;
        }

        var self = directive.Named("Self") is { Value: int way } ? way : 0;
        if (self is < 0 or > 3 or 2)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, directive.NamedLocation("Self"),
                "Checksum(Self)", context.Name, "fields of a [BinaryLayout] where it is as stored");
            return;
        }

        var fill = directive.Named("Fill") is { Value: byte filled } ? filled : (byte)0;
        _fields[index] = _fields[index] with
        {
            Checksum = new RecordChecksumModel(
                CodeNames.Full(algorithm), CodeNames.Full(computes.TypeArguments[1]), algorithm.Name, first, last,
                self switch { 1 => "Excluded", 3 => "Filled", _ => "Zero" }, fill),
        };
    }

    /// <summary>The fields that are summed: one range, since they stand one after the other.</summary>
    private (int First, int Last)? ParseRange(FieldContext context, Annotation directive)
    {
        if (directive.Named("Over") is not { Kind: TypedConstantKind.Array, IsNull: false } over)
        {
            return (-1, -1);
        }

        var location = directive.NamedLocation("Over");
        var texts = over.Values.Select(value => value.Value as string).ToList();
        if (texts.Count != 1 || texts[0] is not { Length: > 0 } text)
        {
            Report(DiagnosticTable.RecordChecksum, location, context.Name, "there must be one range of fields");
            return null;
        }

        var split = text.IndexOf("..", StringComparison.Ordinal);
        var from = split < 0 ? text : text.Substring(0, split);
        var to = split < 0 ? text : text.Substring(split + 2);
        int? Find(string name) =>
            _contexts.FindIndex(other => other.Name == name) is >= 0 and var found ? found : null;
        var first = from.Length == 0 ? -1 : Find(from);
        var last = to.Length == 0 ? -1 : Find(to);
        if (first is null || last is null)
        {
            var unknown = first is null ? from : to;
            Report(
                DiagnosticTable.RecordChecksum, location, context.Name, $"'{unknown}' is no field of '{_type.Name}'");
            return null;
        }

        if (last >= 0 && first > last)
        {
            Report(DiagnosticTable.RecordChecksum, location, context.Name, $"'{to}' stands before '{from}'");
            return null;
        }

        return (first.Value, last.Value);
    }

    /// <summary>A checksum that covers another one is computed after it.</summary>
    private EquatableArray<int> ChecksumOrder()
    {
        var order = new List<int>();
        var open = new HashSet<int>();
        for (var index = 0; index < _fields.Count; index++)
        {
            PlaceChecksum(index, order, open);
        }

        return order.ToImmutableArray();
    }

    private void PlaceChecksum(int index, List<int> order, HashSet<int> open)
    {
        if (_fields[index].Checksum is null || order.Contains(index))
        {
            return;
        }

        if (!open.Add(index))
        {
            var directive = _contexts[index].Find("Checksum")!;
            Report(
                DiagnosticTable.RecordChecksum, directive.Location(), _fields[index].Name,
                "it covers a checksum that covers it");
            order.Add(index);
            return;
        }

        for (var other = 0; other < _fields.Count; other++)
        {
            if (other != index && Covers(index, other))
            {
                PlaceChecksum(other, order, open);
            }
        }

        if (!order.Contains(index))
        {
            order.Add(index);
        }
    }

    private bool Covers(int checksum, int field) =>
        _fields[checksum].Checksum is { } sum && _fields[field].Checksum is not null
        && field >= sum.First && (sum.Last < 0 || field <= sum.Last);
}
