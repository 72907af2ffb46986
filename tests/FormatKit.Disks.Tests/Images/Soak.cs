using System.Globalization;

namespace FormatKit.Disks.Tests.Images;

/// <summary>How much longer than usual random tests run: the environment variable FORMATKIT_SOAK is a factor.</summary>
internal static class Soak
{
    private static readonly int Factor =
        int.TryParse(Environment.GetEnvironmentVariable("FORMATKIT_SOAK"), CultureInfo.InvariantCulture, out var factor)
            ? Math.Max(1, factor)
            : 1;

    internal static int Times(int usual) => usual * Factor;
}
