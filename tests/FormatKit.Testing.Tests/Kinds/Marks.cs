namespace FormatKit.Testing.Tests.Kinds;

/// <summary>Flags at both ends of 64 bits.</summary>
[Flags]
public enum Marks : ulong
{
    /// <summary>No mark.</summary>
    None = 0,

    /// <summary>The lowest bit.</summary>
    First = 1,

    /// <summary>The highest bit.</summary>
    Last = 1UL << 63,
}
