namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>
/// What each sector of a disk has held and when, so that any later state of it can be judged: after a loss of power it
/// shows what was flushed last or something that was written since.
/// </summary>
internal sealed class GuestHistory
{
    private const int SectorSize = 512;

    private readonly byte[] _now;
    private readonly List<Version>[] _sectors;
    private readonly HashSet<int> _uncertain = [];
    private readonly List<(int Position, int[] Versions)> _flushes = [];

    internal GuestHistory(byte[] content)
    {
        _now = content.ToArray();
        _sectors = [.. Enumerable.Range(0, content.Length / SectorSize).Select(
            sector => new List<Version> { new(-1, SectorOf(_now, sector).ToArray(), IsWhole: true) })];
        _flushes.Add((0, new int[_sectors.Length]));
    }

    private readonly record struct Version(int Begin, byte[] Bytes, bool IsWhole);

    /// <summary>The content if all went well.</summary>
    internal ReadOnlySpan<byte> Now => _now;

    /// <summary>A write begins, when so much has been done to the file.</summary>
    internal void Begin(int position, int offset, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_now.AsSpan(offset));
        for (var sector = offset / SectorSize; sector * SectorSize < offset + bytes.Length; sector++)
        {
            var isWhole = offset <= sector * SectorSize && offset + bytes.Length >= (sector + 1) * SectorSize;
            _sectors[sector].Add(new Version(position, SectorOf(_now, sector).ToArray(), isWhole));
            if (isWhole)
            {
                _uncertain.Remove(sector);
            }
        }
    }

    /// <summary>The last write of a range has failed: it may have been done or not, also after a flush.</summary>
    internal void Fail(int offset, int length)
    {
        for (var sector = offset / SectorSize; sector * SectorSize < offset + length; sector++)
        {
            _uncertain.Add(sector);
        }
    }

    /// <summary>Closed without a flush: what was written since the last one may have been done or not.</summary>
    internal void FailUnflushed()
    {
        for (var sector = 0; sector < _sectors.Length; sector++)
        {
            if (_sectors[sector].Count - 1 > _flushes[^1].Versions[sector])
            {
                _uncertain.Add(sector);
            }
        }
    }

    /// <summary>A flush has ended, when so much has been done to the file.</summary>
    internal void Flushed(int position)
    {
        var before = _flushes[^1].Versions;
        _flushes.Add((position, [.. _sectors.Select(
            (versions, sector) => _uncertain.Contains(sector) ? before[sector] : versions.Count - 1)]));
    }

    /// <summary>Whether a disk may look like this after a cut at a position.</summary>
    /// <returns>What is wrong, or null.</returns>
    internal string? Judge(int position, ReadOnlySpan<byte> found)
    {
        var flushed = _flushes.FindLast(flush => flush.Position <= position).Versions;
        for (var sector = 0; sector < _sectors.Length; sector++)
        {
            var allowed = _sectors[sector].Skip(flushed[sector])
                .Where((version, index) => index == 0 || version.Begin < position).ToArray();
            if (!IsAllowed(allowed, SectorOf(found, sector)))
            {
                return $"sector {sector} is none of the {allowed.Length} things that it may be";
            }
        }

        return null;
    }

    private static bool IsAllowed(Version[] allowed, ReadOnlySpan<byte> found)
    {
        foreach (var version in allowed)
        {
            if (found.SequenceEqual(version.Bytes))
            {
                return true;
            }
        }

        return Array.Exists(allowed, version => !version.IsWhole) && IsMixOf(allowed, found);
    }

    /// <summary>Writes of parts of one sector may be durable in any combination.</summary>
    private static bool IsMixOf(Version[] allowed, ReadOnlySpan<byte> found)
    {
        for (var at = 0; at < found.Length; at++)
        {
            var value = found[at];
            if (!Array.Exists(allowed, version => version.Bytes[at] == value))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> SectorOf(ReadOnlySpan<byte> disk, int sector) =>
        disk.Slice(sector * SectorSize, SectorSize);
}
