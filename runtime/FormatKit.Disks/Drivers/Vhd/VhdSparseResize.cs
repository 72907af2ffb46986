using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>
/// Another length for a dynamic or differencing disk: a table of exactly as many entries as it has blocks then, where it
/// is if its sectors have room, else behind everything, and the batmap with it, as its place is computed from the
/// table's. All that is written before the footers change lies behind the old disk's end, or where it has nothing.
/// </summary>
internal sealed partial class VhdSparseResize
{
    private readonly VhdSparseFile _file;
    private readonly IReadOnlyList<GuestRange> _hidden;
    private readonly VhdLayout _old;
    private readonly VhdLayout _new;
    private readonly VhdFooter _footer;
    private readonly VhdDynamicHeader _header;
    private readonly VhdBatmap? _batmap; // one that is kept true
    private readonly bool _moves;
    private readonly List<HidingBlock> _hiding = [];
    private HostOffset _end;

    public VhdSparseResize(VhdSparseFile file, long length, IReadOnlyList<GuestRange> hidden)
    {
        (_file, _hidden, _end) = (file, hidden, file.Free);
        (_footer, _header) = (VhdResize.FooterFor(file.Footer, length), file.Header);
        var (blockSize, table) = ((int)file.Header.BlockSize, new HostOffset((long)file.Header.TableOffset));
        _old = new VhdLayout(file.Driver.GuestLength, blockSize, table);
        var inPlace = new VhdLayout(length, blockSize, table);
        if (inPlace.Blocks > VhdLayout.MaxTableEntries)
        {
            throw new ImageException(
                file.Store.Name,
                $"{inPlace.Blocks} blocks of {blockSize} bytes are more than the {VhdLayout.MaxTableEntries} that are "
                + "read", "make a new disk with larger blocks with 'fkit convert'");
        }

        _batmap = ((VhdDynamicDriver)file.Driver).Batmap is { IsKept: true } kept ? kept : null;
        _moves = inPlace.TableLength > OldTableLength || (_batmap is not null
            && (inPlace.TableLength != OldTableLength || TdBatmap.MapLength(inPlace.Blocks) > _batmap.Map.Length));
        _new = _moves ? new VhdLayout(length, blockSize, file.Free) : inPlace;
        _header.MaxTableEntries = (uint)_new.Blocks;
        _header.TableOffset = (ulong)_new.TableOffset.Value;
    }

    public IReadOnlyList<ChangeStep> Steps()
    {
        if (_new.GuestLength == _old.GuestLength && _file.IsFinished
            && _file.Header.MaxTableEntries == _new.Blocks)
        {
            return [];
        }

        if (_moves)
        {
            _end += _new.TableLength + (_batmap is null ? 0 : BatmapLength);
        }

        var tail = OldEndOfLastBlock();
        var blocksFrom = _end;
        PlaceHiding();
        return new VhdHeaderChange(_file, _footer, _header)
        {
            Kept = (_moves ? MovedTables() : []).Concat(BitmapsOfHiding()),
            KeptZeros = _hiding.Count == 0 ? [] : [new HostRange(blocksFrom, _end - blocksFrom)],
            KeptEnd = _end,
            Before = [.. tail is { } end ? [end] : (ChangeStep[])[], .. _moves ? [] : NewEntries()],
            After = AfterSteps(),
            IsGivenUp = region => region.Kind == RegionKind.Block
                ? region.Index >= _new.Blocks
                : _moves && region.Kind is RegionKind.Table or RegionKind.AuxiliaryTable,
        }.Steps();
    }

    private long OldTableLength => VhdLayout.PadToSector(_file.Header.MaxTableEntries * (long)sizeof(uint));

    /// <summary>Whether a block that both disks have became longer.</summary>
    private bool GrowsLastBlock =>
        _new.GuestLength > _old.GuestLength && _old.GuestLength % _old.BlockSize != 0;

    /// <summary>
    /// What the last block has behind the old end, was never the guest's and becomes it: zeros, and their bits are set,
    /// so that no parent is asked for them and a batmap that calls the block full stays right.
    /// </summary>
    private ChangeStep? OldEndOfLastBlock()
    {
        var block = _old.Blocks - 1;
        if (!GrowsLastBlock || OldEntry(block) is var entry && entry == VhdLayout.Unallocated)
        {
            return null;
        }

        var (used, start) = (_old.LengthOf(block), _old.StartOf(block));
        var tail = new HostRange(_old.DataAt(entry) + used, _old.BlockSize - used);
        foreach (var region in _file.Regions())
        {
            if (region.Kind != RegionKind.Footer && region.Range.Overlaps(tail))
            {
                throw new ImageException(
                    _file.Store.Name,
                    $"{region} begins where the last block would become longer", "make a new disk with 'fkit convert'");
            }
        }

        var bitmap = new byte[_old.BitmapLength];
        var at = VhdLayout.BitmapAt(entry);
        _file.Store.ReadExactly(bitmap, at.Value);
        var first = used / VhdLayout.SectorSize;
        var last = (int)(Math.Min(_new.GuestLength - start.Value, _old.BlockSize) / VhdLayout.SectorSize);
        VhdSectorBitmap.Set(bitmap, first, last - first);
        return new ChangeStep("the last block has zeros behind the old end", [new HostWrite(at, bitmap)])
        {
            Zeros = [tail],
        };
    }

    private uint OldEntry(long block)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        _file.Store.ReadExactly(bytes, _old.EntryOffset(block).Value);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
