namespace FormatKit.Disks.Storage.Native;

internal static partial class HostFile
{
    /// <summary>Whether two paths lead to one file, through whatever links or names, or to one device.</summary>
    internal static bool AreSame(string one, string other)
    {
        if (IsLinux && LinuxFile.Status(one) is { } first && LinuxFile.Status(other) is { } second)
        {
            return first.Kind == second.Kind && first.Kind switch
            {
                HostFileKind.Missing => false,
                HostFileKind.BlockDevice => first.DeviceItself == second.DeviceItself,
                _ => first.Inode == second.Inode && first.DeviceHolding == second.DeviceHolding,
            };
        }

        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return string.Equals(HostPath.Resolve(one), HostPath.Resolve(other), comparison);
    }
}
