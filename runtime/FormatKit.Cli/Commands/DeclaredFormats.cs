using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Commands;

/// <summary>The layouts and records that an assembly declares.</summary>
internal static class DeclaredFormats
{
    private static readonly MethodInfo LayoutInfoOf = typeof(Layout).GetMethod(nameof(Layout.InfoOf))!;

    private static readonly MethodInfo RecordInfoOf = typeof(Records).GetMethod(nameof(Records.InfoOf))!;

    /// <summary>Loads an assembly and finds its declarations, by name: layouts first.</summary>
    /// <exception cref="UsageException">The file is no assembly, or it declares nothing.</exception>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "The file is the user's, and nothing of it can be trimmed here.")]
    public static IReadOnlyList<DeclaredFormat> In(string file)
    {
        // Loading waits for whoever writes to a pipe, and nobody may.
        FileStore.Open(file, FileOpenOptions.ForReadingUnlocked).Dispose();
        try
        {
            var types = Assembly.LoadFrom(Path.GetFullPath(file)).GetTypes()
                .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false }
                    && type.IsAssignableTo(typeof(IBinaryFormat)))
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .ToList();
            List<DeclaredFormat> found =
            [
                .. types.Where(type => Implements(type, typeof(IBinaryLayout<>)))
                    .Select(type => Declared(type, LayoutInfoOf)),
                .. types.Where(type => Implements(type, typeof(IBinaryRecord<>)))
                    .Select(type => Declared(type, RecordInfoOf)),
            ];
            return found.Count > 0 ? found : throw new UsageException($"'{file}' declares no layouts and no records");
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or ReflectionTypeLoadException)
        {
            throw new UsageException($"'{file}' cannot be loaded as an assembly: {e.Message}");
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "As above.")]
    private static bool Implements(Type type, Type contract) => type.GetInterfaces()
        .Any(found => found.IsGenericType && found.GetGenericTypeDefinition() == contract);

    private static DeclaredFormat Declared(Type type, MethodInfo infoOf) =>
        new(type.Name, type.FullName!, () => Call(infoOf, type));

    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "As above.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "As above.")]
    private static object Call(MethodInfo infoOf, Type type)
    {
        try
        {
            return infoOf.MakeGenericMethod(type).Invoke(null, null)!;
        }
        catch (TargetInvocationException e)
        {
            throw new UsageException(
                $"'{type.FullName}' cannot be described, its own code fails: {e.GetBaseException().Message}");
        }
    }
}
