using System.Runtime.CompilerServices;

namespace FormatKit;

/// <summary>A digest of 256 bits, as its bytes: the value of a checksum of a <c>[Bytes(32)]</c> field.</summary>
[InlineArray(Length)]
public struct Digest256 : IEquatable<Digest256>
{
    /// <summary>How many bytes it has.</summary>
    public const int Length = 32;

    private byte _bytes;

    /// <summary>Whether all bytes are equal.</summary>
    public static bool operator ==(Digest256 left, Digest256 right) => left.Equals(right);

    /// <summary>Whether any bytes differ.</summary>
    public static bool operator !=(Digest256 left, Digest256 right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(Digest256 other) => ((ReadOnlySpan<byte>)this).SequenceEqual(other);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Digest256 other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(this);
        return hash.ToHashCode();
    }

    /// <summary>The bytes as hexadecimal digits.</summary>
    public override readonly string ToString() => Convert.ToHexStringLower(this);
}
