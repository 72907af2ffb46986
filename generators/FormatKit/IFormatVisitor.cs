namespace FormatKit;

/// <summary>What to do with a declaration of each kind: see <see cref="IBinaryFormat"/>.</summary>
/// <typeparam name="TResult">What comes out.</typeparam>
public interface IFormatVisitor<TResult>
{
    /// <summary>The declaration is a fixed layout.</summary>
    TResult VisitLayout<T>()
        where T : struct, IBinaryLayout<T>;
}
