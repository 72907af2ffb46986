using System.Collections.Immutable;
using System.Globalization;
using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.Generators.Locking;

/// <summary>Holds a declaration against its lock.</summary>
internal static class LayoutLock
{
    private const int NamedDifferences = 3;

    public static DiagnosticInfo? Compare(LockedDeclaration declaration)
    {
        var (place, declared, file) = (declaration.Place, declaration.Declared, declaration.File);
        if (LockText.Read(file.Text, out var badLine) is not { } locked)
        {
            return badLine < 0
                ? Changed(place.Find(null), place, file, ["the lock is empty"])
                : Info(
                    DiagnosticTable.LockUnreadable, LineOf(file, badLine),
                    file.FileName, (badLine + 1).ToString(CultureInfo.InvariantCulture));
        }

        // A field may be called otherwise; but two of one kind that change places do not just change their names.
        var known = new HashSet<string>(locked.Fields.Select(field => field.Name));
        var others = declared.Fields.Where(field => !locked.Fields.Any(before =>
            field.IsLike(before) && (field.Name == before.Name || !known.Contains(field.Name)))).ToList();
        var gone = locked.Fields.Where(field =>
            !declared.Fields.Any(field.IsLike) && others.All(other => other.Name != field.Name)).ToList();
        var differences = others.Select(field => Difference(field, locked))
            .Concat(gone.Select(field => $"'{field.Name}' is gone, which was {field}"))
            .ToList();
        if (declared.Extent != locked.Extent)
        {
            differences.Add($"it has {declared.Extent} where it had {locked.Extent}");
        }

        return differences.Count == 0
            ? null
            : Changed(place.Find(others.FirstOrDefault()?.Name), place, file, differences);
    }

    /// <summary>Says that a lock locks nothing.</summary>
    public static DiagnosticInfo Orphaned(LockFile file) =>
        Info(DiagnosticTable.LockWithoutType, LineOf(file, 0), file.TypeName, file.FileName);

    private static string Difference(LockedField field, LockedType locked) =>
        locked.Fields.FirstOrDefault(other => other.Name == field.Name) is { } before
            ? $"'{field.Name}' is {field}, and was {before}"
            : $"'{field.Name}' is new, {field}";

    private static DiagnosticInfo Changed(
        LocationInfo location, DeclarationPlace place, LockFile file, List<string> differences)
    {
        var named = string.Join("; ", differences.Take(NamedDifferences));
        var more = differences.Count - NamedDifferences;
        return Info(
            DiagnosticTable.LayoutChanged, location,
            place.Name, file.FileName, more > 0 ? $"{named}; and {more} more differ" : named);
    }

    private static LocationInfo LineOf(LockFile file, int line)
    {
        var start = 0;
        for (var index = 0; index < line; index++)
        {
            start = file.Text.IndexOf('\n', start) + 1;
        }

        var end = file.Text.IndexOf('\n', start);
        var length = (end < 0 ? file.Text.Length : end) - start;
        return new LocationInfo(
            file.Path,
            new TextSpan(start, length),
            new LinePositionSpan(new LinePosition(line, 0), new LinePosition(line, length)));
    }

    private static DiagnosticInfo Info(
        DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        new(descriptor, location, arguments.ToImmutableArray());
}
