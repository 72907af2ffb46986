namespace FormatKit;

/// <summary>
/// What every declaration is, whichever kind it is of. What works on all kinds takes a <c>T : IBinaryFormat</c> and
/// sends an <see cref="IFormatVisitor{TResult}"/>, which learns the kind.
/// </summary>
public interface IBinaryFormat
{
    /// <summary>Calls the visitor's method for this kind of declaration.</summary>
    static abstract TResult Accept<TVisitor, TResult>(TVisitor visitor)
        where TVisitor : IFormatVisitor<TResult>;
}
