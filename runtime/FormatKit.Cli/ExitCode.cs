namespace FormatKit.Cli;

/// <summary>What the tool's exit codes mean; qemu-img's, command by command.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 1;

    /// <summary>compare: the disks differ.</summary>
    public const int Different = 1;

    /// <summary>compare: a disk could not be opened.</summary>
    public const int CannotCompare = 2;

    /// <summary>compare: a disk could not be read to its end.</summary>
    public const int CompareReadFailed = 4;

    /// <summary>check: guest bytes are wrong or at risk.</summary>
    public const int Corrupt = 2;

    /// <summary>check: space is lost, redundant copies are stale or a profile is not met, and nothing worse.</summary>
    public const int Leaks = 3;

    /// <summary>check: the format has nothing that could be checked.</summary>
    public const int NothingToCheck = 63;

    /// <summary>Stopped by a signal: 128 and the signal's number.</summary>
    public const int Interrupted = 130;
    public const int Terminated = 143;

    /// <summary>Whoever read our output has gone, as if the signal for that had ended us.</summary>
    public const int OutputClosed = 141;
}
