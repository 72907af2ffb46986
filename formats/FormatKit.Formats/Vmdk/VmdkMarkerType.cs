namespace FormatKit.Formats.Vmdk;

/// <summary>What follows a marker in a stream.</summary>
public enum VmdkMarkerType : uint
{
    /// <summary>Nothing: the stream ends.</summary>
    EndOfStream = 0,

    /// <summary>A grain table.</summary>
    GrainTable = 1,

    /// <summary>The grain directory.</summary>
    GrainDirectory = 2,

    /// <summary>The footer.</summary>
    Footer = 3,
}
