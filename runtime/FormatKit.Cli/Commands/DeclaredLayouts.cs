using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FormatKit.Cli.Commands;

/// <summary>The layouts that an assembly declares.</summary>
internal static class DeclaredLayouts
{
    private static readonly MethodInfo InfoOf = typeof(Layout).GetMethod(nameof(Layout.InfoOf))!;

    /// <summary>Loads an assembly and finds its layouts, by name.</summary>
    /// <exception cref="UsageException">The file is no assembly, or it declares no layouts.</exception>
    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "The file is the user's, and nothing of it can be trimmed here.")]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "As above.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "As above.")]
    public static IReadOnlyList<LayoutInfo> In(string file)
    {
        try
        {
            var layouts = Assembly.LoadFrom(Path.GetFullPath(file)).GetTypes()
                .Where(IsLayout)
                .Select(type => (LayoutInfo)InfoOf.MakeGenericMethod(type).Invoke(null, null)!)
                .OrderBy(layout => layout.Name, StringComparer.Ordinal)
                .ToList();
            return layouts.Count > 0 ? layouts : throw new UsageException($"'{file}' declares no layouts");
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or ReflectionTypeLoadException)
        {
            throw new UsageException($"'{file}' cannot be loaded as an assembly: {e.Message}");
        }
    }

    private static bool IsLayout(Type type) =>
        type is { IsValueType: true, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IBinaryFormat));
}
