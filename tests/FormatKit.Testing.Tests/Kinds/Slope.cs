namespace FormatKit.Testing.Tests.Kinds;

/// <summary>An enum whose least value has 24 bits.</summary>
public enum Slope
{
    /// <summary>As steep as 24 bits allow.</summary>
    Cliff = -0x80_0000,

    /// <summary>Downwards.</summary>
    Down = -1,

    /// <summary>Level.</summary>
    Level = 0,

    /// <summary>Upwards.</summary>
    Up = 0x7F_FFFF,
}
