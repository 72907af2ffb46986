using System.Collections.Immutable;
using System.Globalization;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using FormatKit.Generators.Parsing;

namespace FormatKit.Generators.Planning;

/// <summary>Places fields one after the other and holds them against the asserted offsets and size.</summary>
internal static class LayoutPlanner
{
    public static ImmutableArray<FieldModel> Place(
        string name,
        int size,
        LocationInfo sizeLocation,
        IReadOnlyList<FieldDraft> drafts,
        ICollection<DiagnosticInfo> diagnostics)
    {
        var placed = ImmutableArray.CreateBuilder<FieldModel>(drafts.Count);
        var end = 0L;
        foreach (var draft in drafts)
        {
            if (draft.Offset is { } asserted && asserted != end)
            {
                diagnostics.Add(
                    asserted > end
                    ? Diagnostic(
                        DiagnosticTable.UndeclaredGap, draft.OffsetDirective!.ArgumentLocation(0),
                        draft.Field.Property.Name, Text(end), Text(asserted), Text(asserted - end))
                    : Diagnostic(
                        DiagnosticTable.WrongOffset, draft.OffsetDirective!.ArgumentLocation(0),
                        draft.Field.Property.Name, Text(end), Text(asserted)));

                // What follows was written for the asserted place: one slip is one diagnostic.
                end = Math.Max(asserted, 0);
            }
            else if (draft.Alignment is { } alignment && end % alignment != 0)
            {
                diagnostics.Add(Diagnostic(
                    DiagnosticTable.Misaligned, draft.AlignDirective!.ArgumentLocation(0),
                    draft.Field.Property.Name, Text(end), Text(alignment), Text(alignment - (end % alignment))));
            }

            placed.Add(draft.Field with { Offset = (int)Math.Min(end, int.MaxValue) });
            end += draft.Field.Width;
        }

        if (end != size && diagnostics.Count == 0)
        {
            diagnostics.Add(Diagnostic(
                DiagnosticTable.SizeMismatch, sizeLocation, name, Text(end), Text(size), Advice(end, size)));
        }

        return placed.ToImmutable();
    }

    private static string Advice(long end, int size) =>
        end < size
            ? $"the last {Text(size - end)} are missing; [Reserved({Text(size - end)})] would keep them"
            : $"the last {Text(end - size)} go beyond it";

    private static DiagnosticInfo Diagnostic(
        Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        new(descriptor, location, arguments.ToImmutableArray());

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
