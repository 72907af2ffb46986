namespace FormatKit.Testing.Tests.Kinds;

/// <summary>How much less, of two bytes with a sign.</summary>
public enum Slump : short
{
    /// <summary>A lot.</summary>
    Deep = -4,

    /// <summary>A little.</summary>
    Slight = -2,
}
