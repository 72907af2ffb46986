namespace FormatKit.Disks.Tests.Drivers;

/// <summary>One of the two grain directories of a sparse VMDK, with the tables that it leads to.</summary>
public enum VmdkCopy
{
    Primary,
    Redundant,
}
