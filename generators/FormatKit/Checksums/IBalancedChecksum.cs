namespace FormatKit;

/// <summary>
/// A checksum for which a field can be chosen so that the bytes and the field together come out as one value: what
/// <see cref="ChecksumSelf.Stored"/> needs.
/// </summary>
/// <typeparam name="TValue">What the checksum is: an unsigned integer.</typeparam>
/// <typeparam name="TState">What is kept between two pieces.</typeparam>
public interface IBalancedChecksum<TValue, TState> : IChecksumAlgorithm<TValue, TState>
    where TValue : unmanaged
    where TState : unmanaged
{
    /// <summary>What comes out over all bytes, the field's own among them.</summary>
    static abstract TValue Residue { get; }

    /// <summary>The value of the field with which all bytes come out as <see cref="Residue"/>.</summary>
    /// <param name="state">The state after all bytes, the field's own as zeros.</param>
    /// <param name="position">How many bytes are summed before the field.</param>
    /// <param name="order">The byte order in which the field stores the value.</param>
    static abstract TValue Solve(TState state, int position, ByteOrder order);
}
