using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <content>The block allocation table and the batmap.</content>
internal sealed partial class VhdSparseResize
{
    private const int EntriesAtOnce = 16384;

    /// <summary>Batmap header and map of the new disk.</summary>
    private long BatmapLength => Layout.SizeOf<TdBatmapHeader>() + TdBatmap.MapLength(_new.Blocks);

    /// <summary>A table with all entries, and a batmap, behind everything.</summary>
    private IEnumerable<HostWrite> MovedTables()
    {
        var all = _new.TableLength / sizeof(uint);
        foreach (var write in Entries(0, all))
        {
            yield return write;
        }

        var end = _new.TableOffset + _new.TableLength;
        if (_batmap is not null && _file.Store.TryRead<TdBatmapHeader>(_old.TableOffset.Value + OldTableLength,
            out var header))
        {
            var map = NewMap(TdBatmap.MapLength(_new.Blocks));
            var mapAt = end + Layout.SizeOf<TdBatmapHeader>();
            header.MapOffset = (ulong)mapAt.Value;
            header.MapSize = (uint)(map.Length / VhdLayout.SectorSize);
            header.Seal(map.AsSpan(0, TdBatmap.SummedLength(_footer.CurrentSize, map.Length)));
            yield return new HostWrite(end, Layout.BytesOf(ref header).ToArray());
            yield return new HostWrite(mapAt, map);
        }
    }

    /// <summary>In the old table: entries behind those that the old disk has, which nobody reads yet, and that of its
    /// last block, if that becomes one that hides.</summary>
    private IEnumerable<ChangeStep> NewEntries()
    {
        var first = _hiding.Count > 0 ? Math.Min(_hiding[0].Block, _old.Blocks) : _old.Blocks;
        if (first < _new.Blocks)
        {
            yield return new ChangeStep("the table has the new blocks", Entries(first, _new.Blocks));
        }
    }

    /// <summary>The map that is true of the new disk: bits of blocks that both have, as far as it is summed.</summary>
    private byte[] NewMap(int length)
    {
        var map = new byte[length];
        if (_batmap is { State: VhdBatmapState.Trusted })
        {
            var old = _batmap.ReadBits();
            var summed = TdBatmap.SummedLength(_footer.CurrentSize, length);
            var bits = (int)Math.Min(Math.Min(_old.Blocks, _new.Blocks), Math.Min(old.Length, summed) * 8L);
            old.AsSpan(0, bits / 8).CopyTo(map);
            if (bits % 8 != 0)
            {
                map[bits / 8] = (byte)(old[bits / 8] & ~(0xFF >> (bits % 8)));
            }
        }

        return map;
    }

    /// <summary>When nobody goes by the old header any more: no entries of blocks that are gone, nor bits.</summary>
    private List<ChangeStep> AfterSteps()
    {
        var steps = new List<ChangeStep>();
        if (_moves)
        {
            return steps;
        }

        var capacity = _new.TableLength / sizeof(uint);
        if (_new.Blocks < Math.Min(_old.Blocks, capacity))
        {
            steps.Add(new ChangeStep("the table has no blocks behind the new end", Entries(_new.Blocks, capacity)));
        }

        if (_batmap is not null && !IsMapRight(_batmap))
        {
            var map = NewMap((int)_batmap.Map.Length);
            var bits = TdBatmap.SummedLength(_footer.CurrentSize, map.Length);
            var writes = new Lazy<IReadOnlyList<HostWrite>>(() =>
                VhdBatmap.Find(_file.Store, _footer, _header, _new)!.Replace(map[..bits]));
            steps.Add(new ChangeStep("the batmap is marked", Step(0)));
            steps.Add(new ChangeStep("the batmap has no blocks behind the new end", Step(1)));
            steps.Add(new ChangeStep("the batmap is sealed", Step(2)));

            IEnumerable<HostWrite> Step(int index)
            {
                yield return writes.Value[index];
            }
        }

        return steps;
    }

    private bool IsMapRight(VhdBatmap batmap)
    {
        var map = new byte[batmap.Map.Length];
        _file.Store.ReadExactly(map, batmap.Map.Start.Value);
        return batmap.State == VhdBatmapState.Trusted && map.AsSpan().SequenceEqual(NewMap(map.Length));
    }

    /// <summary>Entries of the new table: those that the old one has, of blocks that hide, and of none.</summary>
    private IEnumerable<HostWrite> Entries(long first, long end)
    {
        var hiding = 0;
        for (var at = first; at < end; at += EntriesAtOnce)
        {
            var bytes = new byte[Math.Min(EntriesAtOnce, end - at) * sizeof(uint)];
            bytes.AsSpan().Fill(0xFF);
            var kept = Math.Min(Math.Min(_old.Blocks, _new.Blocks) - at, bytes.Length / sizeof(uint));
            if (kept > 0)
            {
                _file.Store.ReadExactly(
                    bytes.AsSpan(0, (int)kept * sizeof(uint)), _old.TableOffset.Value + (at * sizeof(uint)));
            }

            for (; hiding < _hiding.Count && _hiding[hiding].Block < at + EntriesAtOnce; hiding++)
            {
                if (_hiding[hiding].Block >= at && _hiding[hiding].Block < end)
                {
                    BinaryPrimitives.WriteUInt32BigEndian(
                        bytes.AsSpan((int)(_hiding[hiding].Block - at) * sizeof(uint)),
                        VhdLayout.EntryFor(_hiding[hiding].At));
                }
            }

            yield return new HostWrite(_new.TableOffset + (at * sizeof(uint)), bytes);
        }
    }
}
