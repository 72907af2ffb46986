using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage.Native;

/// <summary>A handle, and whether the locks asked for are held; some file systems have none.</summary>
internal readonly record struct OpenedFile(SafeFileHandle Handle, bool IsLocked);
