namespace FormatKit.Interop.Tests;

/// <summary>Content of all kinds, the same for the same seed.</summary>
internal static class GuestBytes
{
    public static byte[] Random(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Lines of text, zeros, one byte repeated, noise, or noise with zeros inside.</summary>
    public static byte[] OfAnyKind(Random random, int length)
    {
        var bytes = new byte[length];
        switch (random.Next(5))
        {
            case 0:
                var line = $"line {random.Next()} of a text file\n";
                for (var at = 0; at < length; at++)
                {
                    bytes[at] = (byte)line[at % line.Length];
                }

                break;
            case 1:
                break;
            case 2:
                bytes.AsSpan().Fill((byte)random.Next(1, 256));
                break;
            case 3:
                random.NextBytes(bytes);
                break;
            default:
                random.NextBytes(bytes.AsSpan(length / 3, length / 3));
                break;
        }

        return bytes;
    }
}
