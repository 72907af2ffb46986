using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Locking;

/// <summary>
/// The step beside the others that watches published formats: in a normal build it compares, in one that updates the
/// locks it hands out the listings instead. A declaration without a lock passes by.
/// </summary>
internal static class LayoutLocks
{
    private const string UpdateProperty = "build_property.FormatKitUpdateLayouts";

    public static void Register(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ParsedLayout?> layouts)
    {
        var updates = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(UpdateProperty, out var value)
            && value.Equals("true", StringComparison.OrdinalIgnoreCase));
        var locks = context.AdditionalTextsProvider
            .Where(static file => LockFile.IsLock(file.Path))
            .Select(static (file, token) => new LockFile(file.Path, file.GetText(token)?.ToString() ?? string.Empty))
            .Collect()
            .Select(static (files, _) => new LockSet(files));
        var locked = layouts
            .Combine(locks)
            .Select(static (pair, _) => Find(pair.Left, pair.Right))
            .Where(static declaration => declaration is not null)
            .WithTrackingName(LayoutGenerator.LockStep);
        var places = layouts
            .Select(static (layout, _) => layout?.Place)
            .Where(static place => place is not null)
            .Collect();

        DiagnosticReporter.Report(context, locked.Combine(updates)
            .Where(static pair => !pair.Right)
            .Select(static (pair, _) => LayoutLock.Compare(pair.Left!))
            .Where(static diagnostic => diagnostic is not null)!);
        DiagnosticReporter.Report(context, locks.Combine(places).SelectMany(static (pair, _) =>
            Orphans(pair.Left, pair.Right!)));
        context.RegisterSourceOutput(locked.Combine(updates), static (output, pair) =>
        {
            if (pair.Right)
            {
                output.AddSource(pair.Left!.ListingName, pair.Left.Listing);
            }
        });
    }

    private static LockedDeclaration? Find(ParsedLayout? parsed, LockSet locks) =>
        parsed is { Layout: { } layout, Place: { } place } && locks.Find(place) is { } file
            ? new LockedDeclaration(place, LayoutListing.Of(layout), layout.Type.HintName, file)
            : null;

    private static IEnumerable<DiagnosticInfo> Orphans(LockSet locks, ImmutableArray<DeclarationPlace> places) =>
        locks.Files.Where(file => !places.Any(place => LockSet.Locks(file, place))).Select(LayoutLock.Orphaned);
}
