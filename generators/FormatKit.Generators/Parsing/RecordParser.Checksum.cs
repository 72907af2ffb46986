using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    private static readonly string[] LayoutArguments = ["Length", "External", "When", "Is"];

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

        if (ParseRanges(index, context, directive) is not { } ranges)
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

        if (directive.HasNamed("Fill") && self != 3)
        {
            Report(
                DiagnosticTable.ChecksumArguments, directive.NamedLocation("Fill"), context.Name,
                "a Fill without Self = ChecksumSelf.Filled, for which it would count");
            return;
        }

        var fill = directive.Named("Fill") is { Value: byte filled } ? filled : (byte)0;
        _fields[index] = _fields[index] with
        {
            Checksum = new RecordChecksumModel(
                CodeNames.Full(algorithm), CodeNames.Full(computes.TypeArguments[1]), algorithm.Name, ranges,
                self switch { 1 => "Excluded", 3 => "Filled", _ => "Zero" }, fill),
        };
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
        && sum.Ranges.Any(range => range.Holds(field));
}
