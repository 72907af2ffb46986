namespace FormatKit;

/// <summary>
/// What a layout is whose <see cref="RuleAttribute"/> methods look at another layout as well. Use it through
/// <see cref="Layout.ValidatePair{TSelf, TOther}(in TSelf, in TOther)"/>.
/// </summary>
/// <typeparam name="TSelf">The layout that has the rules, whose fields violations name.</typeparam>
/// <typeparam name="TOther">The other layout.</typeparam>
public interface IPairRules<TSelf, TOther>
    where TSelf : struct, IBinaryLayout<TSelf>, IPairRules<TSelf, TOther>
    where TOther : struct, IBinaryLayout<TOther>
{
    /// <summary>Reports every broken rule between the two, without allocating; neither's own rules.</summary>
    /// <returns>How many rules were broken.</returns>
    static abstract int ValidatePair<TSink>(in TSelf value, in TOther other, ref TSink sink)
        where TSink : IViolationSink, allows ref struct;
}
