namespace FormatKit;

public static partial class Layout
{
    /// <summary>Whether no rule is broken that a strictness demands.</summary>
    public static bool IsValid<T>(in T value, Strictness strictness)
        where T : struct, IBinaryLayout<T>
    {
        var sink = default(IgnoredViolations);
        return Validate(in value, strictness, ref sink) == 0;
    }

    /// <summary>All broken rules that a strictness demands.</summary>
    public static ViolationList Validate<T>(in T value, Strictness strictness)
        where T : struct, IBinaryLayout<T>
    {
        var violations = new ViolationList();
        Validate(in value, strictness, ref violations);
        return violations;
    }

    /// <summary>Reports every broken rule that a strictness demands, without allocating.</summary>
    /// <returns>How many were reported.</returns>
    public static int Validate<T, TSink>(in T value, Strictness strictness, ref TSink sink)
        where T : struct, IBinaryLayout<T>
        where TSink : IViolationSink, allows ref struct
    {
        if (strictness == Strictness.Spec)
        {
            return Validate(in value, ref sink);
        }

        var wild = new WildSink<TSink> { Outer = sink };
        Validate(in value, ref wild);
        sink = wild.Outer;
        return wild.Count;
    }

    /// <summary>Throws when a rule is broken.</summary>
    /// <param name="value">The layout.</param>
    /// <param name="strictness">How much is demanded.</param>
    /// <exception cref="LayoutException">A rule is broken; all violations are in it.</exception>
    public static void ThrowIfInvalid<T>(in T value, Strictness strictness = Strictness.Spec)
        where T : struct, IBinaryLayout<T>
    {
        if (!IsValid(in value, strictness))
        {
            throw new LayoutException(Validate(in value, strictness));
        }
    }

    /// <summary>All broken rules between two layouts; neither's own rules.</summary>
    /// <param name="value">The layout that has the rules over both.</param>
    /// <param name="other">The other one.</param>
    public static ViolationList ValidatePair<TSelf, TOther>(in TSelf value, in TOther other)
        where TSelf : struct, IBinaryLayout<TSelf>, IPairRules<TSelf, TOther>
        where TOther : struct, IBinaryLayout<TOther>
    {
        var violations = new ViolationList();
        TSelf.ValidatePair(in value, in other, ref violations);
        return violations;
    }

    /// <summary>Reports every broken rule between two layouts, without allocating.</summary>
    /// <returns>How many rules were broken.</returns>
    public static int ValidatePair<TSelf, TOther, TSink>(in TSelf value, in TOther other, ref TSink sink)
        where TSelf : struct, IBinaryLayout<TSelf>, IPairRules<TSelf, TOther>
        where TOther : struct, IBinaryLayout<TOther>
        where TSink : IViolationSink, allows ref struct => TSelf.ValidatePair(in value, in other, ref sink);

    // A ref field may not refer to a ref struct, and a sink may be one: it is moved in and out by value.
    private ref struct WildSink<TSink> : IViolationSink
        where TSink : IViolationSink, allows ref struct
    {
        public TSink Outer;
        public int Count;

        public void Add(in Violation violation)
        {
            if (!violation.IsStrict)
            {
                Count++;
                Outer.Add(in violation);
            }
        }
    }
}
