namespace FormatKit;

/// <summary>What to do with a declaration of each kind: see <see cref="IBinaryFormat"/>.</summary>
/// <typeparam name="TResult">What comes out.</typeparam>
public interface IFormatVisitor<TResult>
{
    /// <summary>The declaration is a fixed layout.</summary>
    TResult VisitLayout<T>()
        where T : struct, IBinaryLayout<T>;

    /// <summary>The declaration is a record. What knows layouts only refuses it.</summary>
    TResult VisitRecord<T>()
        where T : IBinaryRecord<T> => throw new NotSupportedException($"{T.Info.Name} is a record.");
}
