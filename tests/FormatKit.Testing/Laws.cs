using System.Reflection;

namespace FormatKit.Testing;

/// <summary>
/// The laws that every declaration keeps. They follow from its field table: no header needs tests of its own for what
/// stands here. <c>Laws.Check&lt;VhdFooter&gt;()</c> in a test of any framework is all there is to write.
/// </summary>
public static class Laws
{
    /// <summary>Tries all laws of a layout or record.</summary>
    /// <param name="seed">The seed; by default the environment's (<see cref="Law.SeedVariable"/>),
    /// or a new one.</param>
    /// <returns>What was tried, in order; laws that say nothing about this declaration say why.</returns>
    /// <exception cref="LawException">A law does not hold.</exception>
    public static IReadOnlyList<LawResult> Check<T>(ulong? seed = null)
        where T : IBinaryFormat => [.. Of<T>().Select(law => law.Try(seed))];

    /// <summary>All laws of a declaration, to be tried one by one.</summary>
    public static IReadOnlyList<FormatLaw> Of<T>()
        where T : IBinaryFormat => T.Accept<Lawyer, IReadOnlyList<FormatLaw>>(default);

    /// <summary>All laws of a declaration that is known at run time only.</summary>
    /// <exception cref="ArgumentException">The type is no declaration.</exception>
    public static IReadOnlyList<FormatLaw> Of(Type format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (!IsFormat(format))
        {
            throw new ArgumentException($"{format} is neither a layout nor a record.", nameof(format));
        }

        var generic = typeof(Laws).GetMethod(nameof(Of), genericParameterCount: 1, Type.EmptyTypes)!;
        return generic.MakeGenericMethod(format).CreateDelegate<Func<IReadOnlyList<FormatLaw>>>()();
    }

    /// <summary>
    /// Every declaration in an assembly, by name: a test over them cannot leave a new one out. Generic ones are not
    /// among them.
    /// </summary>
    public static IReadOnlyList<Type> FormatsIn(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.GetTypes().Where(IsFormat).OrderBy(type => type.FullName, StringComparer.Ordinal)];
    }

    private static bool IsFormat(Type type) =>
        !type.IsInterface && !type.ContainsGenericParameters && type.IsAssignableTo(typeof(IBinaryFormat));

    private readonly struct Lawyer : IFormatVisitor<IReadOnlyList<FormatLaw>>
    {
        public IReadOnlyList<FormatLaw> VisitLayout<T>()
            where T : struct, IBinaryLayout<T> => LayoutLaws.Of<T>();

        public IReadOnlyList<FormatLaw> VisitRecord<T>()
            where T : IBinaryRecord<T> => RecordLaws.Of<T>();
    }
}
