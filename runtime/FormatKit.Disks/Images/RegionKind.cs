namespace FormatKit.Disks.Images;

/// <summary>What a range of an image file is used for.</summary>
public enum RegionKind : byte
{
    /// <summary>A header, or a copy of one.</summary>
    Header,

    /// <summary>A table that says where blocks are.</summary>
    Table,

    /// <summary>A table that may be thrown away and made anew.</summary>
    AuxiliaryTable,

    /// <summary>The name of a parent.</summary>
    ParentName,

    /// <summary>A block: its own bitmap, if it has one, and its data.</summary>
    Block,

    /// <summary>The footer at the end of the file.</summary>
    Footer,

    /// <summary>What no guest can reach: a block behind the end of the disk. It is kept, as others may think the disk
    /// larger.</summary>
    Unreachable,
}
