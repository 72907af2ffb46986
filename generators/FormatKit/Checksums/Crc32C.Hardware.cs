using System.Buffers.Binary;
using System.Numerics;

namespace FormatKit;

public readonly partial struct Crc32C
{
    /// <summary>
    /// The register after some bytes by the instruction that x64 and Arm64 have for it, eight bytes at a time; on other
    /// processors <see cref="BitOperations"/> takes tables. A hundredth of the time of the loop of bits for 64 KiB.
    /// </summary>
    internal static uint AppendByHardware(uint register, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
        {
            register = BitOperations.Crc32C(register, b);
        }

        return register;
    }
}
