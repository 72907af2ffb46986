namespace FormatKit.Testing.Tests.Kinds;

/// <summary>An enum whose bits are a sign.</summary>
public enum Balance : short
{
    /// <summary>Below zero.</summary>
    Owing = -1,

    /// <summary>Zero.</summary>
    None = 0,

    /// <summary>The least.</summary>
    Least = short.MinValue,
}
