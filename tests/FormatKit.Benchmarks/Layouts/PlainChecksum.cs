namespace FormatKit.Benchmarks.Layouts;

/// <summary>The one's complement byte sum as the specification words it: a loop.</summary>
internal static class PlainChecksum
{
    /// <summary>The checksum of bytes of which the four at <paramref name="field"/> count as zero.</summary>
    internal static uint Of(ReadOnlySpan<byte> bytes, int field)
    {
        var sum = 0u;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (index < field || index >= field + sizeof(uint))
            {
                sum += bytes[index];
            }
        }

        return ~sum;
    }
}
