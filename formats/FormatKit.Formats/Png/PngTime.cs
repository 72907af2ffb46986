namespace FormatKit.Formats.Png;

/// <summary>When the image was last changed, in universal time.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.5.1 tIME Image last-modification time")]
public sealed partial class PngTime : PngChunkData
{
    /// <summary>The year, with its century.</summary>
    public ushort Year { get; set; }

    /// <summary>The month, from 1.</summary>
    [Range(1, 12)] public byte Month { get; set; }

    /// <summary>The day of the month, from 1.</summary>
    [Range(1, 31)] public byte Day { get; set; }

    /// <summary>The hour.</summary>
    [Range(0, 23)] public byte Hour { get; set; }

    /// <summary>The minute.</summary>
    [Range(0, 59)] public byte Minute { get; set; }

    /// <summary>The second; 60 is a leap second.</summary>
    [Range(0, 60)] public byte Second { get; set; }
}
