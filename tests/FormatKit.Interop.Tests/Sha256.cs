using System.Security.Cryptography;
using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>Hashes as the manifest writes them.</summary>
internal static class Sha256
{
    public static string OfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    public static string OfGuest(DiskImage image)
    {
        using var guest = image.AsStream();
        return Convert.ToHexStringLower(SHA256.HashData(guest));
    }
}
