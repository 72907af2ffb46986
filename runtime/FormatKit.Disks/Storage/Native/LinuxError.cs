namespace FormatKit.Disks.Storage.Native;

/// <summary>The error numbers of Linux that mean something here; asm-generic/errno.h.</summary>
internal static class LinuxError
{
    internal const int NotPermitted = 1;
    internal const int NoEntry = 2;
    internal const int Interrupted = 4;
    internal const int NoDeviceOrAddress = 6;
    internal const int Again = 11;
    internal const int Access = 13;
    internal const int Busy = 16;
    internal const int Exists = 17;
    internal const int CrossDevice = 18;
    internal const int NotDirectory = 20;
    internal const int Invalid = 22;
    internal const int NoLocks = 37;
    internal const int NotImplemented = 38;
    internal const int NotSupported = 95;
}
