namespace FormatKit;

/// <summary>
/// What every <see cref="BinaryVariantsAttribute{TTag}"/> class is; generated codecs call the members.
/// </summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IBinaryVariants<TSelf>
    where TSelf : class, IBinaryVariants<TSelf>
{
    /// <summary>What the variants are.</summary>
    static abstract VariantsInfo Info { get; }

    /// <summary>Reads the variant that a tag means.</summary>
    /// <param name="tag">The bits of the tag.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="value">The variant.</param>
    /// <returns>Whether it was read to its end; otherwise the reader knows why.</returns>
    static abstract bool Read(ulong tag, ref RecordReader reader, out TSelf value);

    /// <summary>The bits of the tag that means a variant.</summary>
    /// <exception cref="ArgumentException">The value is of a class that is not listed, or keeps a tag that means
    /// another one.</exception>
    static abstract ulong TagOf(TSelf value);

    /// <summary>Adds up the bytes of a variant, and refuses what cannot be written.</summary>
    static abstract void Measure(TSelf value, ref RecordSizer sizer);

    /// <summary>Writes a variant that was measured.</summary>
    /// <returns>Where it ends.</returns>
    static abstract int Write(TSelf value, Span<byte> target, int start);
}
