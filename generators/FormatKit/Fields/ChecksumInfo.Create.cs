using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace FormatKit;

public sealed partial record ChecksumInfo
{
    [SetsRequiredMembers]
    private ChecksumInfo(string algorithm, ChecksumFunction compute) => (Algorithm, Compute) = (algorithm, compute);

    /// <summary>Makes the description of a checksum; called by generated code.</summary>
    /// <param name="algorithm">The algorithm's name.</param>
    public static ChecksumInfo Create<TAlgorithm, TValue, TState>(string algorithm)
        where TAlgorithm : IChecksumAlgorithm<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged =>
        new(algorithm, static bytes => InOrder(TAlgorithm.Finish(TAlgorithm.Append(default, bytes))));

    /// <summary>Makes the description of a checksum that counts as it stands; called by generated code.</summary>
    /// <param name="algorithm">The algorithm's name.</param>
    public static ChecksumInfo CreateBalanced<TAlgorithm, TValue, TState>(string algorithm)
        where TAlgorithm : IBalancedChecksum<TValue, TState>
        where TValue : unmanaged
        where TState : unmanaged =>
        Create<TAlgorithm, TValue, TState>(algorithm) with { Residue = InOrder(TAlgorithm.Residue) };

    private static byte[] InOrder<TValue>(TValue value)
        where TValue : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<TValue>(in value)).ToArray();
        if (BitConverter.IsLittleEndian && typeof(TValue).IsPrimitive)
        {
            Array.Reverse(bytes);
        }

        return bytes;
    }
}
