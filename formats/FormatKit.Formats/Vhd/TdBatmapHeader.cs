namespace FormatKit.Formats.Vhd;

/// <summary>
/// The header of blktap's batmap: a bitmap of the blocks whose every sector is in the file, so that their sector
/// bitmaps need not be read. It stands behind the block allocation table.
/// </summary>
[BinaryLayout(512, ByteOrder.BigEndian, Spec = "blktap, include/libvhd.h, struct dd_batmap_hdr")]
public partial struct TdBatmapHeader
{
    /// <summary>Tells the header: <c>tdbatmap</c>.</summary>
    [Offset(0), Magic("tdbatmap")]
    public partial ulong Cookie { readonly get; set; }

    /// <summary>Where the map is.</summary>
    [Offset(8), Position(Unit.Bytes, Length = nameof(MapSize))]
    public partial ulong MapOffset { readonly get; set; }

    /// <summary>Size of the map.</summary>
    [Offset(16), Measure(Unit.Sectors)]
    public partial uint MapSize { readonly get; set; }

    /// <summary>Version: 1.2, or 1.1, whose checksum adds the bytes as signed ones.</summary>
    [Offset(20)]
    public partial uint Version { readonly get; set; }

    /// <summary>One's complement of the sum of the bytes of the map, which is outside this header.</summary>
    [Offset(24)]
    [Checksum<OnesComplementByteSum32>(External = "map", When = nameof(Version), Is = 0x0001_0002)]
    [Checksum<OnesComplementSignedByteSum32>(External = "map", When = nameof(Version), Is = 0x0001_0001)]
    public partial uint MapChecksum { readonly get; set; }

    /// <summary>A marker that tools may set; preserved.</summary>
    [Offset(28)]
    public partial byte Marker { readonly get; set; }

    /// <summary>1 when nonce and hash of an encryption key follow.</summary>
    [Offset(29)]
    public partial byte KeyHashPresent { readonly get; set; }

    /// <summary>The nonce of the key hash.</summary>
    [Offset(30), Bytes(32)]
    public readonly partial ReadOnlySpan<byte> KeyNonce { get; }

    /// <summary>SHA-256 over nonce and key.</summary>
    [Offset(62), Bytes(32)]
    public readonly partial ReadOnlySpan<byte> KeyHash { get; }

    /// <summary>Zeros; preserved.</summary>
    [Offset(94), Reserved(418)]
    public readonly partial ReadOnlySpan<byte> Reserved { get; }
}
