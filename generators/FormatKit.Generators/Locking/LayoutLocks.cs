using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Locking;

/// <summary>
/// The step beside the others that watches published formats: in a normal build it compares, in one that updates the
/// locks it hands out the listings instead. A declaration without a lock passes by.
/// </summary>
internal static class LayoutLocks
{
    private const string UpdateProperty = "build_property.FormatKitUpdateLayouts";

    /// <summary>The locks that there are.</summary>
    public static IncrementalValueProvider<LockSet> In(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider
            .Where(static file => LockFile.IsLock(file.Path))
            .Select(static (file, token) => new LockFile(file.Path, file.GetText(token)?.ToString() ?? string.Empty))
            .Collect()
            .Select(static (files, _) => new LockSet(files));

    /// <summary>Watches the declarations of one kind.</summary>
    public static void Register<T>(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<LockSet> locks,
        IncrementalValuesProvider<T?> declarations)
        where T : class, ILockable
    {
        var updates = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue(UpdateProperty, out var value)
            && value.Equals("true", StringComparison.OrdinalIgnoreCase));
        var locked = declarations
            .Combine(locks)
            .Select(static (pair, _) => Find(pair.Left, pair.Right))
            .Where(static declaration => declaration is not null)
            .WithTrackingName(LayoutGenerator.LockStep);

        DiagnosticReporter.Report(context, locked.Combine(updates)
            .Where(static pair => !pair.Right)
            .Select(static (pair, _) => LayoutLock.Compare(pair.Left!))
            .Where(static diagnostic => diagnostic is not null)!);
        context.RegisterSourceOutput(locked.Combine(updates), static (output, pair) =>
        {
            if (pair.Right)
            {
                output.AddSource(pair.Left!.ListingName, pair.Left.Listing);
            }
        });
    }

    /// <summary>Reports the locks that lock nothing.</summary>
    public static void RegisterOrphans(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<LockSet> locks,
        params string[] attributes)
    {
        var places = attributes.Select(attribute => context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (declaration, _) => DeclarationPlace.Of((TypeDeclarationSyntax)declaration.TargetNode))
            .Collect());
        var all = places.Aggregate((first, second) => first.Combine(second).Select(static (pair, _) =>
            pair.Left.AddRange(pair.Right)));
        DiagnosticReporter.Report(context, locks.Combine(all).SelectMany(static (pair, _) =>
            Orphans(pair.Left, pair.Right)));
    }

    private static LockedDeclaration? Find(ILockable? parsed, LockSet locks) =>
        parsed is { HintName: { } hint, Place: { } place } && locks.Find(place) is { } file
            ? new LockedDeclaration(place, parsed.Listing(), hint, file)
            : null;

    private static IEnumerable<DiagnosticInfo> Orphans(LockSet locks, ImmutableArray<DeclarationPlace> places) =>
        locks.Files.Where(file => !places.Any(place => LockSet.Locks(file, place))).Select(LayoutLock.Orphaned);
}
