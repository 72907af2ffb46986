using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using FormatKit.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Planning;

/// <summary>Turns the fields that checksums name into places, and says in which order checksums are sealed.</summary>
internal sealed partial class ChecksumPlanner
{
    /// <summary>How many regions outside of a layout there can be.</summary>
    public const int MaximumExternals = 4;

    private readonly string _layout;
    private readonly int _size;
    private readonly ImmutableArray<FieldModel> _fields;
    private readonly ICollection<DiagnosticInfo> _diagnostics;
    private readonly List<string> _externals = [];

    private ChecksumPlanner(
        string layout, int size, ImmutableArray<FieldModel> fields, ICollection<DiagnosticInfo> diagnostics)
    {
        _layout = layout;
        _size = size;
        _fields = fields;
        _diagnostics = diagnostics;
    }

    public static (ImmutableArray<FieldModel> Fields, ImmutableArray<int> SealOrder, ImmutableArray<string> Externals)
        Plan(
            string layout,
            int size,
            ImmutableArray<FieldModel> fields,
            IReadOnlyList<ChecksumDraft> drafts,
            ICollection<DiagnosticInfo> diagnostics,
            ImmutableArray<DiagnosticInfo>.Builder suggestions)
    {
        if (drafts.Count == 0 || diagnostics.Count > 0)
        {
            return (fields, [], []);
        }

        var planner = new ChecksumPlanner(layout, size, fields, diagnostics);
        var planned = planner.PlanFields(drafts);
        suggestions.AddRange(planner.Uncovered(planned, drafts));
        return (planned, planner.Order(planned, drafts), [.. planner._externals]);
    }

    private ImmutableArray<FieldModel> PlanFields(IReadOnlyList<ChecksumDraft> drafts)
    {
        var planned = _fields.ToBuilder();
        for (var index = 0; index < planned.Count; index++)
        {
            var field = planned[index];
            var checksums = drafts.Where(draft => draft.Field == field.Property.Name)
                .Select(draft => PlanChecksum(field, draft)).OfType<ChecksumModel>().ToImmutableArray();
            if (checksums.Length > 0)
            {
                planned[index] = field with { Checksums = checksums };
            }
        }

        return planned.ToImmutable();
    }

    private ChecksumModel? PlanChecksum(FieldModel field, ChecksumDraft draft)
    {
        var before = _diagnostics.Count;
        var when = Decider(draft, "When", draft.When, "choose", "integers and enums of at most 8 bytes");
        var length = Decider(draft, "Length", draft.Length, "say the length for", "unsigned integers but checksums");
        var external = External(draft);
        var left = Except(draft);
        var ranges = draft is { Over: null, Except: not null } ? Without(left) : Ranges(draft);
        RefuseCoveredExcept(draft, left, ranges);
        if (when is { } chooser && draft.Model.Is > Maximum(_fields[chooser]))
        {
            Report(
                DiagnosticTable.ValueDoesNotFit, draft.Directive.NamedLocation("Is"), "value",
                $"0x{draft.Model.Is:X}", _fields[chooser].Property.Name, $"0x{Maximum(_fields[chooser]):X}");
        }

        if (_diagnostics.Count > before)
        {
            return null;
        }

        var pieces = Pieces(field, draft.Model.Self, ranges).ToList();
        var isWhole = draft is { Over: null, Length: null, External: null, Except: null };
        var plan = draft.Model with
        {
            When = when,
            Length = length,
            External = external,
            IsWhole = isWhole,
            Ranges = Flat(ranges),
            Pieces = Flat(pieces),
            Position = pieces.TakeWhile(piece => piece.Start != SelfStart).Sum(piece => piece.Length),
        };
        return Judge(field, draft, plan, ranges) ? plan : null;
    }

    private bool Judge(
        FieldModel field, ChecksumDraft draft, ChecksumModel plan, IReadOnlyList<(int Start, int End)> ranges)
    {
        if (plan.External is null && plan.Pieces.Where((_, index) => index % 2 == 0).All(start => start < 0))
        {
            var place = draft.Directive.NamedLocation(draft.Over is null ? "Except" : "Over");
            Report(DiagnosticTable.NothingCovered, place, field.Property.Name);
            return false;
        }

        if (plan.Self != "Stored")
        {
            return true;
        }

        var holding = ranges.Count(range => range.Start <= field.Offset && range.End >= field.Offset + field.Width);
        var touching = ranges.Count(range => range.Start < field.Offset + field.Width && range.End > field.Offset);
        var fault = !draft.IsBalanced
            ? $"{plan.Name} does not implement IBalancedChecksum, so nothing could solve for the field"
            : (holding, touching) != (1, 1) ? "its ranges must hold the whole field, and once" : null;
        if (fault is not null)
        {
            Report(DiagnosticTable.NotBalanced, draft.Directive.NamedLocation("Self"), field.Property.Name, fault);
        }

        return fault is null;
    }

    private int? Decider(ChecksumDraft draft, string argument, string? name, string verb, string accepted)
    {
        if (name is null)
        {
            return null;
        }

        var index = IndexOf(name);
        var place = draft.Directive.NamedLocation(argument);
        if (index < 0)
        {
            Report(DiagnosticTable.UnknownChecksumField, place, draft.Field, name, _layout);
            return null;
        }

        var decides = argument == "When"
            ? _fields[index].Shape is IntegerShape or EnumShape
            : _fields[index] is { Shape: IntegerShape { IsSigned: false }, Role: not "Checksum" };
        if (!decides || _fields[index].Width > 8 || name == draft.Field)
        {
            Report(DiagnosticTable.ChecksumDecider, place, name, verb, draft.Field, accepted);
            return null;
        }

        return index;
    }

    private int? External(ChecksumDraft draft)
    {
        if (draft.External is not { } name)
        {
            return null;
        }

        var known = _externals.IndexOf(name);
        var fault = !Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name)
            ? "the name is that of a parameter, so it must be a C# identifier"
            : name == "layout" ? "the layout itself is called that"
            : name == "strictness" ? "how much is demanded is called that"
            : known < 0 && _externals.Count == MaximumExternals ? "a layout has at most four"
            : null;
        if (fault is not null)
        {
            Report(DiagnosticTable.ExternalName, draft.Directive.NamedLocation("External"), draft.Field, name, fault);
            return null;
        }

        if (known < 0)
        {
            _externals.Add(name);
        }

        return known < 0 ? _externals.Count - 1 : known;
    }

    private int IndexOf(string name)
    {
        for (var index = 0; index < _fields.Length; index++)
        {
            if (_fields[index].Property.Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    private static ulong Maximum(FieldModel field) => ulong.MaxValue >> (64 - (8 * field.Width));

    private void Report(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        _diagnostics.Add(new DiagnosticInfo(descriptor, location, arguments.ToImmutableArray()));
}
