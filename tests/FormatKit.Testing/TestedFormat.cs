namespace FormatKit.Testing;

/// <summary>
/// A declaration of whichever kind, as what makes inputs needs it: mutators, corpus and dictionary are written once.
/// </summary>
internal abstract class TestedFormat
{
    /// <summary>The name of the type.</summary>
    public abstract string Name { get; }

    /// <summary>The bytes that the declaration speaks of, each with a name.</summary>
    public abstract IEnumerable<(string Name, byte[] Bytes)> Words { get; }

    public static TestedFormat Of<T>()
        where T : IBinaryFormat => T.Accept<Finder, TestedFormat>(default);

    /// <summary>Bytes without violations, always the same for a seed; seed 0 gives the simplest.</summary>
    public abstract byte[] DrawValid(int seed);

    /// <summary>Bytes without violations for each shape that such bytes can have, with the shape's name.</summary>
    public abstract IEnumerable<(string What, byte[] Bytes)> Shapes { get; }

    /// <summary>Whether the bytes are read without a violation.</summary>
    public abstract bool IsValid(byte[] bytes);

    /// <summary>Hostile values for the fields where they stand in these bytes.</summary>
    public abstract IEnumerable<FieldMutation> MutateFields(byte[] bytes, int seed);

    /// <summary>
    /// The bytes with magics, constants, lengths and checksums set right; null where that is impossible.
    /// </summary>
    public abstract byte[]? Seal(byte[] bytes);

    private readonly struct Finder : IFormatVisitor<TestedFormat>
    {
        public TestedFormat VisitLayout<T>()
            where T : struct, IBinaryLayout<T> => new TestedLayout<T>();

        public TestedFormat VisitRecord<T>()
            where T : IBinaryRecord<T> => new TestedRecord<T>();
    }
}
