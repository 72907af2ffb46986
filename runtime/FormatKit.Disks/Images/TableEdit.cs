using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A small change to a table page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Position">Where in the page, in bytes.</param>
/// <param name="Bytes">The new bytes, or the bits that change.</param>
/// <param name="Rank">
/// When it may be written: the pages of a flush are written rank by rank with a barrier between, the lowest first.
/// </param>
/// <param name="Kind">What the bytes mean.</param>
public readonly record struct TableEdit(
    PageRef Page, int Position, ReadOnlyMemory<byte> Bytes, byte Rank, TableEditKind Kind = TableEditKind.Put)
{
    /// <summary>
    /// The rank of edits that no flush writes: closing does, when everything else is durable and before it says with
    /// <see cref="Drivers.OpenedDriver.CleanClose"/> that the image is closed. For what can be made anew and is not to
    /// be trusted while the image is being changed.
    /// </summary>
    public const byte AtClose = byte.MaxValue;

    /// <summary>Makes the change. Each byte changes at once: readers look at a page without a lock.</summary>
    internal void ApplyTo(Span<byte> page)
    {
        var bytes = Bytes.Span;
        var place = page.Slice(Position, bytes.Length);
        switch (Kind)
        {
            case TableEditKind.SetBits:
                for (var index = 0; index < bytes.Length; index++)
                {
                    place[index] |= bytes[index];
                }

                break;
            case TableEditKind.ClearBits:
                for (var index = 0; index < bytes.Length; index++)
                {
                    place[index] &= (byte)~bytes[index];
                }

                break;
            default:
                bytes.CopyTo(place);
                break;
        }
    }
}
