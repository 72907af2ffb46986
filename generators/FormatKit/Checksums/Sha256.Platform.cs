using System.Security.Cryptography;

namespace FormatKit;

public readonly partial struct Sha256
{
    /// <summary>
    /// The digest of bytes that stand together, by the platform's own implementation, which has the processor's
    /// instructions for it.
    /// </summary>
    public static bool TryCompute(ReadOnlySpan<byte> bytes, out Digest256 value)
    {
        value = default;
        return SHA256.TryHashData(bytes, value, out _);
    }
}
