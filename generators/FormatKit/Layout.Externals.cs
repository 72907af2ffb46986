namespace FormatKit;

public static partial class Layout
{
    /// <summary>
    /// Fills magics, constants and checksums, those over regions outside that are given among them.
    /// </summary>
    public static void Seal<T>(ref T value, scoped in ExternalRegions externals)
        where T : struct, IBinaryLayout<T>
    {
        if (T.HasRules)
        {
            T.Seal(ref value, in externals);
        }
    }

    /// <summary>Whether no rule is broken, those of checksums over regions outside among them.</summary>
    public static bool IsValid<T>(in T value, scoped in ExternalRegions externals)
        where T : struct, IBinaryLayout<T>
    {
        var sink = default(IgnoredViolations);
        return Validate(in value, in externals, ref sink) == 0;
    }

    /// <summary>All broken rules, those of checksums over regions outside among them.</summary>
    public static ViolationList Validate<T>(in T value, scoped in ExternalRegions externals)
        where T : struct, IBinaryLayout<T>
    {
        var violations = new ViolationList();
        Validate(in value, in externals, ref violations);
        return violations;
    }

    /// <summary>Reports every broken rule to a sink of the caller, those of checksums over regions outside among them,
    /// without allocating.</summary>
    /// <returns>How many rules were broken.</returns>
    public static int Validate<T, TSink>(in T value, scoped in ExternalRegions externals, ref TSink sink)
        where T : struct, IBinaryLayout<T>
        where TSink : IViolationSink, allows ref struct =>
        T.HasRules ? T.Validate(in value, in externals, ref sink) : 0;
}
