using System.Security.Cryptography;

namespace FormatKit.Disks.Tests.Spec;

/// <summary>A disk that is read sector by sector: slow, simple and sure.</summary>
internal abstract class SpecDisk
{
    internal const int SectorSize = 512;

    /// <summary>Guest bytes, a multiple of 512.</summary>
    internal abstract long Length { get; }

    /// <summary>Reads one sector of the disk.</summary>
    internal abstract void ReadSector(long sector, Span<byte> buffer);

    internal byte[] ToArray()
    {
        var content = new byte[Length];
        for (var sector = 0; sector < Length / SectorSize; sector++)
        {
            ReadSector(sector, content.AsSpan(sector * SectorSize, SectorSize));
        }

        return content;
    }

    /// <summary>SHA-256 of all guest bytes, in lower case.</summary>
    internal string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[SectorSize];
        for (var sector = 0L; sector < Length / SectorSize; sector++)
        {
            ReadSector(sector, buffer);
            hash.AppendData(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
