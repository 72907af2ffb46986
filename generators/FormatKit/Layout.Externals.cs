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

    /// <summary>Whether no rule is broken that a strictness demands, those of checksums over regions outside among
    /// them.</summary>
    public static bool IsValid<T>(in T value, scoped in ExternalRegions externals, Strictness strictness)
        where T : struct, IBinaryLayout<T>
    {
        var sink = default(IgnoredViolations);
        return Validate(in value, in externals, strictness, ref sink) == 0;
    }

    /// <summary>
    /// All broken rules that a strictness demands, those of checksums over regions outside among them.
    /// </summary>
    public static ViolationList Validate<T>(in T value, scoped in ExternalRegions externals, Strictness strictness)
        where T : struct, IBinaryLayout<T>
    {
        var violations = new ViolationList();
        Validate(in value, in externals, strictness, ref violations);
        return violations;
    }

    /// <summary>Reports every broken rule that a strictness demands to a sink of the caller, those of checksums over
    /// regions outside among them, without allocating.</summary>
    /// <returns>How many were reported.</returns>
    public static int Validate<T, TSink>(
        in T value, scoped in ExternalRegions externals, Strictness strictness, ref TSink sink)
        where T : struct, IBinaryLayout<T>
        where TSink : IViolationSink, allows ref struct
    {
        if (strictness == Strictness.Spec)
        {
            return Validate(in value, in externals, ref sink);
        }

        var wild = new WildSink<TSink> { Outer = sink };
        Validate(in value, in externals, ref wild);
        sink = wild.Outer;
        return wild.Count;
    }

    /// <summary>Throws when a rule is broken, one of a checksum over a region outside among them.</summary>
    /// <exception cref="LayoutException">A rule is broken; all violations are in it.</exception>
    public static void ThrowIfInvalid<T>(
        in T value, scoped in ExternalRegions externals, Strictness strictness = Strictness.Spec)
        where T : struct, IBinaryLayout<T>
    {
        if (!IsValid(in value, in externals, strictness))
        {
            throw new LayoutException(Validate(in value, in externals, strictness));
        }
    }
}
