namespace FormatKit.Formats.Partitions;

/// <summary>Whether a BIOS starts from a partition.</summary>
public enum MbrBootIndicator : byte
{
    /// <summary>It does not.</summary>
    Inactive = 0x00,

    /// <summary>It does.</summary>
    Active = 0x80,
}
