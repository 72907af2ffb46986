namespace FormatKit.Testing;

/// <summary>What the laws of fields demand of named bits as well.</summary>
public static partial class LayoutLaws
{
    /// <summary>Bits stand within their field, no two share one, and their names are nobody else's.</summary>
    private static void ExpectBitPartition(FieldInfo field, HashSet<string> names, string path)
    {
        var taken = 0UL;
        foreach (var bits in field.Bits)
        {
            var name = $"{path}.{bits.Name}";
            if (bits.Count < 1 || bits.Shift < 0 || bits.Shift + bits.Count > 8 * field.Width)
            {
                throw new BrokenClaimException(name, $"{bits} is not within the {8 * field.Width} of {field.Name}");
            }

            if ((taken & bits.Mask) != 0)
            {
                throw new BrokenClaimException(name, $"other bits of {field.Name} have bits of its own");
            }

            if (!names.Add(bits.Name))
            {
                throw new BrokenClaimException(name, "another field has the same name");
            }

            taken |= bits.Mask;
        }
    }

    /// <summary>The accessors of bits read what the table says.</summary>
    private static void ExpectBitAgreement(PlacedField field, byte[] bytes)
    {
        foreach (var bits in field.Field.Bits)
        {
            var expected = BitsOf(field, bits, bytes);
            if (ReadBits(field, bits, bytes) is var found && found != expected)
            {
                throw field.Broken($"{bits.Name} reads {found}, the table {expected}");
            }
        }
    }

    /// <summary>Setting bits changes no other bit, and a value that is too large changes none.</summary>
    private static void ExpectBitSet(PlacedField field, LawCase example, Random random)
    {
        foreach (var bits in field.Field.Bits)
        {
            var bytes = example.Copy();
            var type = field.GetBits(bits, bytes).GetType();
            var greatest = bits.Mask >> bits.Shift;
            var value = random.Next(4) switch { 0 => 0UL, 1 => greatest, _ => (ulong)random.NextInt64() & greatest };
            field.SetBits(bits, bytes, LegalValues.OfBits(type, value));
            ExpectUnchanged(example.Bytes, bytes, field, $"when {bits.Name} is set to {value}");
            var (before, after) = (AllOf(field, example.Bytes), AllOf(field, bytes));
            if (((before ^ after) & ~bits.Mask) != 0 || BitsOf(field, bits, bytes) != value)
            {
                throw field.Broken($"setting {bits.Name} to {value} makes {after:x} of {before:x}");
            }

            if (LegalValues.GreatestOfBits(type) > greatest)
            {
                ExpectBitRefusal(field, bits, bytes, LegalValues.OfBits(type, greatest + 1));
            }
        }
    }

    private static void ExpectBitRefusal(PlacedField field, BitRangeInfo bits, byte[] bytes, object value)
    {
        byte[] before = [.. bytes];
        try
        {
            field.SetBits(bits, bytes, value);
        }
        catch (ArgumentOutOfRangeException) when (bytes.AsSpan().SequenceEqual(before))
        {
            return;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw field.Broken($"{bits.Name} refuses {value}, and bytes change all the same");
        }

        throw field.Broken($"{bits.Name} takes {value}, which has more than {bits.Count} bits");
    }

    private static ulong ReadBits(PlacedField field, BitRangeInfo bits, byte[] bytes) =>
        field.GetBits(bits, bytes) is bool truth ? (truth ? 1UL : 0UL)
        : (ulong)TableDecoder.Plain(field.Field, field.GetBits(bits, bytes));

    private static ulong BitsOf(PlacedField field, BitRangeInfo bits, byte[] bytes) =>
        (AllOf(field, bytes) >> bits.Shift) & (bits.Count == 64 ? ulong.MaxValue : (1UL << bits.Count) - 1);

    private static ulong AllOf(PlacedField field, byte[] bytes) =>
        (ulong)TableDecoder.Value(field.Field, bytes.AsSpan(field.Offset, field.Field.Width))!;
}
