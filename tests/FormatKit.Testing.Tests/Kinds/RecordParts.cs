namespace FormatKit.Testing.Tests.Kinds;

/// <summary>What is there in an <see cref="EveryRecord"/>.</summary>
[Flags]
public enum RecordParts : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The number.</summary>
    Extra = 1,

    /// <summary>The bytes.</summary>
    Note = 2,
}
