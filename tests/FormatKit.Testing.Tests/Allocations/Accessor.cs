using System.Reflection;

namespace FormatKit.Testing.Tests.Allocations;

internal delegate TValue Getter<T, TValue>(ref T layout)
    where TValue : allows ref struct;

internal delegate ref TValue Editor<T, TValue>(ref T layout);

internal delegate void Setter<T, in TValue>(ref T layout, TValue value);

/// <summary>A member of a layout, called as typed code calls it: whatever is allocated is the member's.</summary>
/// <param name="Name">The member.</param>
/// <param name="Call">Calls it on a layout.</param>
internal sealed record Accessor<T>(string Name, Accessor<T>.Action Call)
    where T : struct, IBinaryLayout<T>
{
    internal delegate void Action(ref T layout);

    /// <summary>Reads and writes every property but texts, which are made on reading; edits in place.</summary>
    internal static IReadOnlyList<Accessor<T>> All { get; } =
    [
        .. Properties.Where(property => !IsText(property))
            .Select(property => New($"{property.Name} get", Calls.NewGet, property)),
        .. Properties.Where(property => property.SetMethod is not null && !IsText(property))
            .Select(property => New($"{property.Name} set", Calls.NewSet, property)),
        .. Editors.Select(method => New($"{method.Name}()", Calls.NewEdit, method)),
    ];

    /// <summary>The properties that are texts.</summary>
    internal static IReadOnlyList<(Getter<T, string> Read, Setter<T, string> Write)> Texts { get; } =
    [
        .. Properties.Where(IsText).Select(property => (
            property.GetMethod!.CreateDelegate<Getter<T, string>>(),
            property.SetMethod!.CreateDelegate<Setter<T, string>>())),
    ];

    private static IEnumerable<PropertyInfo> Properties =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    // What edits a layout stands in a static class beside it.
    private static IEnumerable<MethodInfo> Editors =>
        typeof(T).Assembly.GetType($"{typeof(T).FullName}Layout", throwOnError: true)!
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.GetParameters().Length == 1 && method.ReturnType != typeof(void));

    private static bool IsText(PropertyInfo property) => property.PropertyType == typeof(string);

    private static Accessor<T> New<TMember>(string name, Func<TMember, Action> make, TMember member) =>
        new(name, make(member));

    private static class Calls
    {
        internal static Action NewGet(PropertyInfo property) =>
            Make(nameof(Get), property.PropertyType, property.GetMethod!);

        internal static Action NewSet(PropertyInfo property) =>
            Make(nameof(Set), property.PropertyType, property.GetMethod!, property.SetMethod!);

        internal static Action NewEdit(MethodInfo method) => method.ReturnType.IsByRef
            ? Make(nameof(Edit), method.ReturnType.GetElementType()!, method)
            : Make(nameof(Get), method.ReturnType, method);

        private static Action Make(string name, Type value, params MethodInfo[] methods) =>
            (Action)typeof(Calls).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(value).Invoke(null, [.. methods])!;

        private static Action Get<TValue>(MethodInfo method)
            where TValue : allows ref struct
        {
            var get = method.CreateDelegate<Getter<T, TValue>>();
            return (ref T layout) => _ = get(ref layout);
        }

        private static Action Edit<TValue>(MethodInfo method)
        {
            var edit = method.CreateDelegate<Editor<T, TValue>>();
            return (ref T layout) => edit(ref layout) = edit(ref layout);
        }

        // The value is read where nobody counts: each call writes what the one before has read.
        private static Action Set<TValue>(MethodInfo getter, MethodInfo setter)
        {
            var get = getter.CreateDelegate<Getter<T, TValue>>();
            var set = setter.CreateDelegate<Setter<T, TValue>>();
            (bool IsKnown, TValue? Value) last = default;
            return (ref T layout) =>
            {
                if (last.IsKnown)
                {
                    set(ref layout, last.Value!);
                    last = default;
                }
                else
                {
                    last = (true, get(ref layout));
                }
            };
        }
    }
}
