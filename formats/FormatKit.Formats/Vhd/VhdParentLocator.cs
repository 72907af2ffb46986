namespace FormatKit.Formats.Vhd;

/// <summary>One of the eight places where a differencing disk may say where its parent is.</summary>
[BinaryLayout(24, ByteOrder.BigEndian,
    Spec = "Virtual Hard Disk Image Format Specification 1.0, Dynamic Disk Header Format, Parent Locator Entries")]
public partial struct VhdParentLocator
{
    /// <summary>How the parent is named. Foreign codes are kept.</summary>
    [Offset(0), EnumPolicy(UnknownValues.Preserve)]
    public partial VhdParentLocatorCode PlatformCode { readonly get; set; }

    /// <summary>Space reserved for the name: sectors by the specification, bytes by most writers.</summary>
    [Offset(4)]
    public partial uint DataSpace { readonly get; set; }

    /// <summary>Length of the name.</summary>
    [Offset(8), Measure(Unit.Bytes)]
    public partial uint DataLength { readonly get; set; }

    /// <summary>Zeros; preserved.</summary>
    [Offset(12), Reserved(4)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }

    /// <summary>Where the name is.</summary>
    [Offset(16), Position(Unit.Bytes, Length = nameof(DataLength)), When(nameof(PlatformCode))]
    public partial ulong DataOffset { readonly get; set; }
}
