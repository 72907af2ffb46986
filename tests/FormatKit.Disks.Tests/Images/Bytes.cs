using FormatKit.Disks.Images;

namespace FormatKit.Disks.Tests.Images;

/// <summary>Bytes for tests.</summary>
internal static class Bytes
{
    /// <summary>Bytes without zeros among them, so that a zero is always something that happened.</summary>
    internal static byte[] Noise(long length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] |= 1;
        }

        return bytes;
    }

    /// <summary>All guest bytes.</summary>
    internal static byte[] All(DiskImage disk)
    {
        var bytes = new byte[disk.Length];
        disk.Read(bytes, 0);
        return bytes;
    }

    /// <summary>The two are equal; says where they are not, which a list of bytes would not show.</summary>
    internal static void AssertEqual(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        var at = expected.CommonPrefixLength(actual);
        if (at < expected.Length)
        {
            Assert.Fail($"{what} byte {at} of {expected.Length} is {actual[at]}, expected {expected[at]}");
        }
    }

    /// <summary>Each byte is that of one of the two; says which is not.</summary>
    internal static void AssertEither(
        ReadOnlySpan<byte> old, ReadOnlySpan<byte> now, ReadOnlySpan<byte> actual, string what = "")
    {
        Assert.Equal(old.Length, actual.Length);
        for (var at = 0; at < actual.Length; at++)
        {
            if (actual[at] != old[at] && actual[at] != now[at])
            {
                Assert.Fail($"{what} byte {at} of {actual.Length} is {actual[at]}, neither {old[at]} nor {now[at]}");
            }
        }
    }
}
