namespace FormatKit.Formats.Vmdk;

/// <summary>The flags of a hosted sparse extent.</summary>
[Flags]
public enum Vmdk4Flags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The newline test is valid.</summary>
    NewLineTest = 1 << 0,

    /// <summary>The redundant grain directory is used.</summary>
    RedundantDirectory = 1 << 1,

    /// <summary>A grain table entry of 1 means a grain of zeros.</summary>
    ZeroedGrains = 1 << 2,

    /// <summary>Grains are compressed.</summary>
    Compressed = 1 << 16,

    /// <summary>The extent has markers: it is a stream.</summary>
    Markers = 1 << 17,
}
