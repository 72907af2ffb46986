namespace FormatKit.Disks.Tests.Spec;

/// <summary>The bytes themselves.</summary>
internal sealed class SpecRawDisk(Stream file) : SpecDisk
{
    internal override long Length => file.Length / SectorSize * SectorSize;

    internal override void ReadSector(long sector, Span<byte> buffer)
    {
        file.Position = sector * SectorSize;
        file.ReadExactly(buffer);
    }
}
