namespace FormatKit.Testing;

/// <summary>
/// Simpler bytes, the simplest first: ever smaller parts of them zero, then each integer ever less reduced. Every step
/// makes some number smaller and none greater, so that shrinking comes to an end.
/// </summary>
internal static class Shrinking
{
    /// <summary>The same bytes with ever smaller parts of them zero.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isKept">Tells the bytes that stay as they are.</param>
    public static IEnumerable<byte[]> Zeroed(byte[] bytes, Func<int, bool>? isKept = null)
    {
        for (var part = bytes.Length; part > 0; part /= 2)
        {
            for (var start = 0; start < bytes.Length; start += part)
            {
                byte[] simpler = [.. bytes];
                for (var index = start; index < Math.Min(bytes.Length, start + part); index++)
                {
                    simpler[index] = isKept?.Invoke(index) == true ? simpler[index] : (byte)0;
                }

                if (!simpler.AsSpan().SequenceEqual(bytes))
                {
                    yield return simpler;
                }
            }
        }
    }

    /// <summary>The same bytes with one integer lower: by half of it, by a quarter and so on, by one.</summary>
    public static IEnumerable<byte[]> Lowered(byte[] bytes, IEnumerable<PlacedField> fields)
    {
        foreach (var field in fields)
        {
            var value = TableDecoder.Token(field.Field, bytes.AsSpan(field.Offset, field.Field.Width)) ?? 0;
            for (var step = value / 2; step > 0; step /= 2)
            {
                byte[] simpler = [.. bytes];
                TableEncoder.Write(field.Field, simpler.AsSpan(field.Offset, field.Field.Width), value - step);
                yield return simpler;
            }
        }
    }
}
