using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A piece of a table in the image file: the unit in which tables are cached and written.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct PageRef(HostOffset Offset, int Length)
{
    /// <summary>The most bytes of a table in one page; tables are cut at multiples of it from their start.</summary>
    public const int MaxLength = 4096;

    /// <summary>The page of a table that holds the byte at <paramref name="position"/> from the table's
    /// start.</summary>
    /// <param name="table">Where the table is.</param>
    /// <param name="position">A position inside the table, in bytes.</param>
    public static PageRef Of(HostRange table, long position)
    {
        var start = position / MaxLength * MaxLength;
        return new PageRef(table.Start + start, (int)Math.Min(MaxLength, table.Length - start));
    }
}
