namespace FormatKit;

/// <summary>
/// What every <see cref="BinaryLayoutAttribute"/> struct is. The struct has the size and alignment of its bytes, so
/// that a reference to it can be a view into any buffer. Use the members through <see cref="Layout"/>.
/// </summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface IBinaryLayout<TSelf> : IBinaryFormat
    where TSelf : struct, IBinaryLayout<TSelf>
{
    /// <summary>The size in bytes.</summary>
    static abstract int Size { get; }

    /// <summary>What each field is.</summary>
    static abstract LayoutInfo Info { get; }

    /// <summary>
    /// Whether there is a rule, here or in a nested layout. Without one validation reports nothing and sealing changes
    /// nothing, and neither is called. A constant, which the compiler of each instantiation folds: a nested layout
    /// without rules costs nothing.
    /// </summary>
    static abstract bool HasRules { get; }

    /// <summary>Reports every broken rule to <paramref name="sink"/>, without allocating.</summary>
    /// <returns>How many rules were broken.</returns>
    static abstract int Validate<TSink>(in TSelf value, ref TSink sink)
        where TSink : IViolationSink, allows ref struct;

    /// <summary>Fills magics, constants and checksums, nested layouts first. Every other byte stays as it is.</summary>
    static abstract void Seal(ref TSelf value);

    /// <summary>Reports every broken rule, those of checksums over regions outside among them.</summary>
    /// <param name="value">The layout.</param>
    /// <param name="externals">The regions; of those that are not given nothing is judged.</param>
    /// <param name="sink">Takes the violations.</param>
    /// <returns>How many rules were broken.</returns>
    static virtual int Validate<TSink>(in TSelf value, scoped in ExternalRegions externals, ref TSink sink)
        where TSink : IViolationSink, allows ref struct => TSelf.Validate(in value, ref sink);

    /// <summary>Fills magics, constants and checksums, those over regions outside that are given among them.</summary>
    static virtual void Seal(ref TSelf value, scoped in ExternalRegions externals) => TSelf.Seal(ref value);

    static TResult IBinaryFormat.Accept<TVisitor, TResult>(TVisitor visitor) => visitor.VisitLayout<TSelf>();
}
