namespace FormatKit;

/// <summary>
/// What two copies of a <see cref="ReplicaAttribute"/> layout say of each other, by the table of its fields. Fields
/// that are each copy's own (<see cref="PerCopyAttribute"/>) and checksums may differ; a field that mirrors another
/// must have the value of that one in the other copy. Nothing is allocated.
/// </summary>
public static partial class Replica
{
    /// <summary>Which of two copies keeps all rules, and whether both say the same.</summary>
    public static ReplicaChoice Choose<T>(ref readonly T first, ref readonly T second)
        where T : struct, IBinaryLayout<T> => Choose(in first, default, in second, default);

    /// <summary>As <see cref="Choose{T}(ref readonly T, ref readonly T)"/>, with what stands outside of each copy.
    /// </summary>
    public static ReplicaChoice Choose<T>(
        ref readonly T first,
        scoped in ExternalRegions firstExternals,
        ref readonly T second,
        scoped in ExternalRegions secondExternals)
        where T : struct, IBinaryLayout<T> =>
        (Layout.IsValid(in first, in firstExternals), Layout.IsValid(in second, in secondExternals)) switch
        {
            (false, false) => ReplicaChoice.Neither,
            (true, false) => ReplicaChoice.First,
            (false, true) => ReplicaChoice.Second,
            _ => AreSame(in first, in second) ? ReplicaChoice.Both : ReplicaChoice.Conflict,
        };

    /// <summary>Whether two copies say the same.</summary>
    public static bool AreSame<T>(ref readonly T first, ref readonly T second)
        where T : struct, IBinaryLayout<T>
    {
        var sink = default(FirstViolation);
        return Compare(in first, in second, ref sink) == 0;
    }

    /// <summary>The fields in which two copies differ and should not, as violations of the second one.</summary>
    public static ViolationList Compare<T>(ref readonly T first, ref readonly T second)
        where T : struct, IBinaryLayout<T>
    {
        var violations = new ViolationList();
        Compare(in first, in second, ref violations);
        return violations;
    }

    /// <summary>
    /// Reports the fields in which two copies differ and should not, as violations of the second one: found is what
    /// stands there, expected is what the first one says. Of fields that are no integers these are up to eight bytes
    /// from the first difference on.
    /// </summary>
    /// <returns>How many fields differ.</returns>
    public static int Compare<T, TSink>(ref readonly T first, ref readonly T second, ref TSink sink)
        where T : struct, IBinaryLayout<T>
        where TSink : IViolationSink, allows ref struct =>
        Compare(T.Info, T.Info, 0, Layout.BytesOf(in first), Layout.BytesOf(in second), ref sink);
}
