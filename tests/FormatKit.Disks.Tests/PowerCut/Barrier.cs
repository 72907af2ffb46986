namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>What a barrier is for, by what was going on when it came.</summary>
internal enum Barrier
{
    /// <summary>The first one of a flush that writes tables: payload is durable before something points at
    /// it.</summary>
    BeforeTables,

    /// <summary>A later one of a flush: one rank of tables is durable before the next.</summary>
    BetweenRanks,

    /// <summary>The last one of a flush: what the flush promises.</summary>
    EndOfFlush,

    /// <summary>Within a write: growth of the file, mending, tables that had to go out early.</summary>
    WithinWrite,

    /// <summary>While an image is closed.</summary>
    Close,

    /// <summary>The one that makes a new image durable.</summary>
    Create,

    /// <summary>The one between the end of converting and the name of the target.</summary>
    ConvertTarget,

    /// <summary>One between the steps of a change of headers.</summary>
    ChangeOfHeaders,

    /// <summary>While units are dropped and moved.</summary>
    Compact,

    /// <summary>One between the steps of a repair.</summary>
    Repair,
}
