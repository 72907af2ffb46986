namespace FormatKit.Disks.Storage;

/// <summary>What stores throw: messages begin with the store's name, and say what was tried.</summary>
internal static class StoreErrors
{
    internal static NotSupportedException ReadOnly(string name) =>
        new($"{name}: open for reading only.");

    internal static NotSupportedException FixedSize(string name) =>
        new($"{name}: its size is fixed.");

    internal static IOException PastFixedEnd(string name, long offset, long count, long length) =>
        new($"{name}: {count} bytes at byte {offset} do not fit: its size is fixed at {length} bytes.");

    internal static IOException TooLong(string name, long offset, long count) =>
        new($"{name}: {count} bytes at byte {offset} would end past the largest possible offset.");

    /// <summary>
    /// What the runtime reports about a handle, under the store's name. EFBIG reaches us as
    /// <see cref="ArgumentOutOfRangeException"/>, EPERM and EACCES as <see cref="UnauthorizedAccessException"/>.
    /// </summary>
    internal static IOException From(string name, string action, Exception cause) =>
        new($"{name}: {action}: {WithoutParameter(cause.Message)}", cause) { HResult = cause.HResult };

    internal static bool IsFromHost(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException and not ArgumentNullException;

    /// <summary>Which parameter of a call below was too large means nothing to whoever reads this.</summary>
    private static string WithoutParameter(string message)
    {
        var suffix = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return suffix < 0 ? message : message[..suffix];
    }
}
