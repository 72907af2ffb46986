using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using FormatKit.Generators.Parsing;

namespace FormatKit.Generators.Planning;

/// <summary>
/// Says in which order sealing fills the fields with one legal value: one that counts under a condition behind the
/// field that decides, which may be such a field itself. So sealing once is enough.
/// </summary>
internal sealed class SealPlanner
{
    private readonly ImmutableArray<FieldModel> _fields;
    private readonly ImmutableArray<int>.Builder _order = ImmutableArray.CreateBuilder<int>();

    private SealPlanner(ImmutableArray<FieldModel> fields) => _fields = fields;

    /// <summary>The fields in the order of sealing; reports what has none.</summary>
    /// <param name="fields">The fields, with their checksums.</param>
    /// <param name="places">Where a field's condition names what decides.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static ImmutableArray<int> Plan(
        ImmutableArray<FieldModel> fields,
        Func<string, LocationInfo> places,
        ICollection<DiagnosticInfo> diagnostics)
    {
        var planner = new SealPlanner(fields);

        // What a computed property says may depend on any field, so it is asked when all others are filled.
        var sealedFields = Enumerable.Range(0, fields.Length).Where(index => IsFilled(fields[index]))
            .OrderBy(planner.AsksCode);
        foreach (var index in sealedFields)
        {
            if (planner.Fault(index, []) is var (name, decider, why))
            {
                diagnostics.Add(new DiagnosticInfo(
                    DiagnosticTable.SealedBefore, places(name), ImmutableArray.Create(name, decider, why)));
                break;
            }
        }

        return planner._order.ToImmutable();
    }

    private static bool IsFilled(FieldModel field) =>
        field is { Magic: not null } or { Constant: not null } or { Shape: ReservedShape { Policy: "ZeroOnWrite" } };

    private bool AsksCode(int index)
    {
        for (var seen = ImmutableHashSet<int>.Empty; index >= 0 && !seen.Contains(index); index = Decider(index))
        {
            seen = seen.Add(index);
            if (_fields[index].Condition is not null && Decider(index) < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Places a field behind what decides about it.</summary>
    /// <returns>What is in the way; null where nothing is.</returns>
    private (string Field, string Decider, string Why)? Fault(int index, ImmutableHashSet<int> waiting)
    {
        if (_order.Contains(index))
        {
            return null;
        }

        var (decider, name) = (Decider(index), _fields[index].Property.Name);
        if (decider >= 0 && _fields[decider].Checksums.Count > 0)
        {
            return (name, _fields[decider].Property.Name, "a checksum, which is filled when all else is");
        }

        if (decider >= 0 && waiting.Contains(decider))
        {
            return (name, _fields[decider].Property.Name, $"filled only when '{name}' is");
        }

        if (decider >= 0 && IsFilled(_fields[decider]) && Fault(decider, waiting.Add(index)) is { } fault)
        {
            return fault;
        }

        _order.Add(index);
        return null;
    }

    /// <summary>The field that decides about another, or that holds the bits which do; -1 where code does.</summary>
    private int Decider(int index)
    {
        if (_fields[index].Condition is not { } condition)
        {
            return -1;
        }

        for (var other = 0; other < _fields.Length; other++)
        {
            if (_fields[other].Property.Name == condition.Member
                || _fields[other].Bits.Any(bits => bits.Property.Name == condition.Member))
            {
                return other;
            }
        }

        return -1;
    }
}
