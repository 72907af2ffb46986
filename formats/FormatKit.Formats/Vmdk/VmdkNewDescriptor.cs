using System.Globalization;
using System.Text;

namespace FormatKit.Formats.Vmdk;

/// <summary>The descriptor of a new disk in one sparse file (<c>monolithicSparse</c>).</summary>
/// <remarks>VMware Virtual Disk Format 5.0, The Descriptor File; in the order that VMware and qemu-img keep.</remarks>
public sealed record VmdkNewDescriptor
{
    private const int MaxNameLength = 1024;
    private const int DefaultHardwareVersion = 4;

    /// <summary>The content id: any number but that for no parent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is <see cref="VmdkDescriptor.NoContentId"/>.</exception>
    public required uint ContentId
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfEqual(value, VmdkDescriptor.NoContentId);
            field = value;
        }
    }

    /// <summary>The disk's capacity in sectors of 512 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or its bytes do not fit 63 bits.</exception>
    public required long CapacitySectors
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, VmdkExtentLine.MaxSectors);
            field = value;
        }
    }

    /// <summary>The name of the file, without its folder, 1 to 1,024 characters.</summary>
    /// <remarks>
    /// A name in a descriptor has no escapes. Quotes end it early for qemu, and a line end breaks the text for libvmdk;
    /// both, and all that is no character, are written as <c>_</c>. Nothing depends on the name: the extent is the file
    /// that the descriptor stands in.
    /// </remarks>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public required string FileName
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, MaxNameLength, nameof(FileName));
            field = value;
        }
    }

    /// <summary>The controller that the disk is made for.</summary>
    public VmdkAdapter Adapter { get; init; }

    /// <summary>The version of VMware's virtual hardware, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int HardwareVersion
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = DefaultHardwareVersion;

    /// <summary>The text, in UTF-8, to be followed by zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such <see cref="Adapter"/>.</exception>
    public byte[] ToBytes()
    {
        var geometry = VmdkGeometry.For(Adapter, CapacitySectors);
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Disk DescriptorFile
            version=1
            encoding="UTF-8"
            CID={ContentId:x8}
            parentCID={VmdkDescriptor.NoContentId:x8}
            createType="monolithicSparse"

            # Extent description
            RW {CapacitySectors} SPARSE "{WithoutQuotes(FileName)}"

            # The Disk Data Base
            #DDB

            ddb.virtualHWVersion = "{HardwareVersion}"
            ddb.geometry.cylinders = "{geometry.Cylinders}"
            ddb.geometry.heads = "{geometry.Heads}"
            ddb.geometry.sectors = "{geometry.SectorsPerTrack}"
            ddb.adapterType = "{VmdkAdapters.NameOf(Adapter)}"

            """));
    }

    private static string WithoutQuotes(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            clean.Append(rune.Value == '"' || Rune.IsControl(rune) || rune == Rune.ReplacementChar ? "_" : rune);
        }

        return clean.ToString();
    }
}
