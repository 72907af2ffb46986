using System.Text;

namespace FormatKit.Testing;

/// <summary>Legal values of fixed width, bytes and texts, drawn from choices.</summary>
internal static class RecordValues
{
    /// <summary>Writes a number as <see cref="RecordDecoder.Number"/> reads it.</summary>
    public static void Write(FieldInfo value, Span<byte> bytes, ulong number) => WriteNumber(
        bytes,
        value.FixedIsText || value.Kind == FieldKind.FourCC ? ByteOrder.BigEndian : value.Order,
        number);

    /// <summary>Writes a number.</summary>
    public static void WriteNumber(Span<byte> bytes, ByteOrder order, ulong number)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[order == ByteOrder.BigEndian ? bytes.Length - 1 - index : index] = (byte)(number >> (8 * index));
        }
    }

    /// <summary>Writes a legal value: the simplest one, one that the declaration speaks of, or any.</summary>
    public static void Draw(FieldInfo value, Span<byte> bytes, Choices choices)
    {
        var seed = choices.NextSeed();
        if (value.Kind == FieldKind.Layout)
        {
            DrawLayout(value, bytes, seed);
        }
        else if (value.Fixed is { } known)
        {
            Write(value, bytes, known);
        }
        else if (ValueRules.HasAny(value))
        {
            Write(value, bytes, ValueRules.Draw(value, new Random(seed)));
        }
        else if (seed != 0 && value is { Get: { } get, Set: { } set })
        {
            set(bytes, LegalValues.Draw(value, get(bytes).GetType(), new Random(seed)));
        }
    }

    /// <summary>So many bytes; reserved ones zero where they must be.</summary>
    public static byte[] Bytes(int count, ReservedPolicy? reserved, Choices choices)
    {
        var bytes = new byte[count];
        var seed = choices.NextSeed();
        if (seed != 0 && reserved is null or ReservedPolicy.Preserve)
        {
            new Random(seed).NextBytes(bytes);
        }

        return bytes;
    }

    /// <summary>A text of about so many characters, which has at most so many bytes.</summary>
    public static byte[] Text(int count, int most, TextEncoding encoding, Choices choices)
    {
        var text = new StringBuilder();
        var random = new Random(choices.NextSeed());
        var largest = encoding switch { TextEncoding.Ascii => 0x7F, TextEncoding.Latin1 => 0xFF, _ => 0xD7FF };
        for (var index = 0; index < count; index++)
        {
            text.Append(random.Next(4) switch
            {
                0 when largest == 0xD7FF => char.ConvertFromUtf32(random.Next(0x10000, 0x110000)),
                1 => ((char)random.Next(1, largest + 1)).ToString(),
                _ => ((char)random.Next('A', 'Z' + 1)).ToString(),
            });
        }

        while (RecordTexts.Encode(text.ToString(), encoding).Length > most)
        {
            text.Length -= char.IsLowSurrogate(text[^1]) ? 2 : 1;
        }

        return RecordTexts.Encode(text.ToString(), encoding);
    }

    /// <summary>A layout: any bytes, sealed; the best of a few where rules refuse them.</summary>
    private static void DrawLayout(FieldInfo value, Span<byte> bytes, int seed)
    {
        var layout = value.Nested!;
        var random = new Random(seed);
        var fields = PlacedField.AllOf(layout);
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var drawn = new byte[layout.Size];
            if (seed != 0 || attempt > 0)
            {
                random.NextBytes(drawn);
            }

            ValidLayouts.Legalise(drawn, fields, random);
            layout.Seal(drawn);
            drawn.CopyTo(bytes);
            if (layout.Validate(drawn, []) == 0)
            {
                return;
            }
        }
    }
}
