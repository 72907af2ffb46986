namespace FormatKit.Testing.Tests.Canaries;

/// <summary>A sum that passes over every fourth byte, wherever pieces of its input begin.</summary>
internal readonly struct BlindSum : IChecksumAlgorithm<byte, ulong>
{
    public static ulong Append(ulong state, ReadOnlySpan<byte> bytes)
    {
        var (count, sum) = (state >> 8, (byte)state);
        foreach (var b in bytes)
        {
            sum += count++ % 4 == 3 ? (byte)0 : b;
        }

        return (count << 8) | sum;
    }

    public static byte Finish(ulong state) => (byte)state;
}

/// <summary>A layout whose checksum is that.</summary>
[BinaryLayout(8, ByteOrder.BigEndian)]
internal partial struct BlindLayout
{
    [Bytes(7)] public readonly partial ReadOnlySpan<byte> Data { get; }
    [Checksum<BlindSum>] public partial byte Sum { readonly get; set; }
}

/// <summary>A record whose checksum is that.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class BlindRecord
{
    [Prefixed(1, Max = 9)] public byte[] Data { get; set; } = [];
    [Checksum<BlindSum>] public byte Sum { get; private set; }
}
