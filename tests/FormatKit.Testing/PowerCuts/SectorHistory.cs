namespace FormatKit.Testing.PowerCuts;

/// <summary>What one sector of a disk has held, and which of it was promised when.</summary>
internal sealed class SectorHistory
{
    /// <summary>Writes of parts of a sector in a row of which every combination is tried; with more, every mix of their
    /// bytes is allowed.</summary>
    private const int MaxCombined = 8;

    private readonly List<Version> _versions = [];
    private readonly List<(int Position, int Version)> _flushes = [(0, 0)];

    internal SectorHistory(ReadOnlySpan<byte> initial) =>
        _versions.Add(new Version(-1, initial.ToArray(), 0, initial.Length));

    /// <param name="Begin">When its write began.</param>
    /// <param name="Bytes">The sector, if every write before was done.</param>
    /// <param name="From">The first byte that the write wrote.</param>
    /// <param name="To">The first byte behind it.</param>
    private sealed record Version(int Begin, byte[] Bytes, int From, int To)
    {
        internal bool IsWhole => To - From == Bytes.Length;

        /// <summary>Whether its write has failed: a host that fails in the middle may stop at any byte.</summary>
        internal bool IsTorn { get; set; }
    }

    /// <summary>Whether the last write has failed, or the flush behind it: then it may have been done or not until the
    /// whole sector is written again.</summary>
    internal bool IsUncertain { get; private set; }

    internal void Add(int begin, ReadOnlySpan<byte> bytes, int from, int to)
    {
        var version = new Version(begin, bytes.ToArray(), from, to);
        _versions.Add(version);
        IsUncertain &= !version.IsWhole;
    }

    internal void FailWrite()
    {
        _versions[^1].IsTorn = true;
        IsUncertain = true;
    }

    internal void FailFlush() => IsUncertain = true;

    /// <returns>Whether the sector is now what its last write made it.</returns>
    internal bool TryFlush(int position)
    {
        if (IsUncertain)
        {
            return false;
        }

        _flushes.Add((position, _versions.Count - 1));
        return true;
    }

    internal bool Allows(int position, ReadOnlySpan<byte> found)
    {
        var flushed = _flushes.FindLast(flush => flush.Position <= position).Version;
        var allowed = new List<Version> { _versions[flushed] };
        allowed.AddRange(_versions.Skip(flushed + 1).Where(version => version.Begin < position));
        for (var index = 0; index < allowed.Count; index++)
        {
            if ((index == 0 || allowed[index].IsWhole) && IsFrom(allowed, index, found))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sector can be this one with some of the later writes of parts of it.</summary>
    private static bool IsFrom(List<Version> allowed, int index, ReadOnlySpan<byte> found)
    {
        var partial = allowed.Skip(index + 1).Where(version => version.IsTorn || !version.IsWhole).ToArray();
        if (partial.Length > MaxCombined || Array.Exists(partial, version => version.IsTorn))
        {
            return IsMixOf([allowed[index], .. partial], found);
        }

        var sector = new byte[found.Length];
        for (var subset = 0; subset < 1 << partial.Length; subset++)
        {
            allowed[index].Bytes.CopyTo(sector, 0);
            for (var write = 0; write < partial.Length; write++)
            {
                if ((subset >> write & 1) != 0)
                {
                    var (from, to) = (partial[write].From, partial[write].To);
                    partial[write].Bytes.AsSpan(from..to).CopyTo(sector.AsSpan(from));
                }
            }

            if (found.SequenceEqual(sector))
            {
                return true;
            }
        }

        return false;
    }

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
}
