using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <content>Blocks of zeros, where a parent that is longer than its child has something that the child does not show.
/// Their bits are set behind the old end only.</content>
internal sealed partial class VhdSparseResize
{
    /// <summary>Data of new blocks begin at a multiple of this, as in blocks that are written.</summary>
    private const int DataAlignment = 4096;

    /// <param name="Block">The block.</param>
    /// <param name="At">Where it is going to be.</param>
    /// <param name="FirstRange">The first hidden range that is in it.</param>
    private readonly record struct HidingBlock(long Block, HostOffset At, int FirstRange);

    private void PlaceHiding()
    {
        for (var index = 0; index < _hidden.Count; index++)
        {
            var range = _hidden[index];
            for (var block = _new.BlockOf(range.Start); block <= _new.BlockOf(range.End + -1); block++)
            {
                var isThere = (_hiding.Count > 0 && _hiding[^1].Block == block)
                    || (block < _old.Blocks && OldEntry(block) != VhdLayout.Unallocated);
                if (!isThere)
                {
                    var data = _end.Value + _new.BitmapLength + DataAlignment - 1;
                    var at = new HostOffset((data / DataAlignment * DataAlignment) - _new.BitmapLength);
                    _end = at + _new.BlockStride;
                    _hiding.Add(new HidingBlock(block, at, index));
                }
            }
        }

        if (_end.Value > VhdLayout.MaxFileLength)
        {
            throw new ImageException(
                _file.Store.Name, "hiding what its parent has behind its end would take more than a VHD can address");
        }
    }

    private IEnumerable<HostWrite> BitmapsOfHiding()
    {
        foreach (var (block, at, first) in _hiding)
        {
            var bitmap = new byte[_new.BitmapLength];
            var start = _new.StartOf(block);
            var end = start + _new.LengthOf(block);
            for (var index = first; index < _hidden.Count && _hidden[index].Start < end; index++)
            {
                var from = Math.Max(0, _hidden[index].Start - start);
                var to = Math.Min(_new.LengthOf(block), _hidden[index].End - start);
                var sector = (int)(from / VhdLayout.SectorSize);
                VhdSectorBitmap.Set(
                    bitmap, sector, (int)((to + VhdLayout.SectorSize - 1) / VhdLayout.SectorSize) - sector);
            }

            yield return new HostWrite(at, bitmap);
        }
    }
}
