using System.Buffers.Binary;

namespace FormatKit;

/// <summary>Four characters that name something on disk, kept as the integer of their bytes read big endian.</summary>
/// <param name="Value">The four bytes, the first on disk as the most significant.</param>
public readonly record struct FourCC(uint Value)
{
    /// <summary>A code from exactly four ASCII characters.</summary>
    /// <exception cref="ArgumentException">The text has not four characters, or one is not ASCII.</exception>
    public static FourCC Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != 4 || text.Any(character => character > 127))
        {
            throw new ArgumentException($"A FourCC has four ASCII characters; \"{text}\" does not.", nameof(text));
        }

        return new FourCC(((uint)text[0] << 24) | ((uint)text[1] << 16) | ((uint)text[2] << 8) | text[3]);
    }

    /// <summary>The characters in quotes, with escapes for what is not printable.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Value);
        return TextForm.Quote(bytes);
    }
}
