using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>
/// The footer of a fixed disk whose file became longer just before the power went: the length is there, the footer at the
/// new end is not. The old one is where it was, and behind it are zeros only. Looked for in files that are said to be
/// VHDs; no file is told by it.
/// </summary>
internal static class VhdLostFooter
{
    private const int Window = 64 << 10;
    private const int MostRuns = 1 << 16;

    public static bool TryFind(ByteStore store, out VhdFooter footer, out long offset)
    {
        (footer, offset) = (default, -1);
        if (EndOfData(store) is not { } end)
        {
            return false;
        }

        var start = Math.Max(0, VhdLayout.PadToSector(end) - Window);
        var window = new byte[Math.Min(Window, store.Length - start)];
        store.ReadExactly(window, start);
        var last = window.AsSpan().LastIndexOfAnyExcept((byte)0);
        // The last bytes of a footer are zeros: it is in the last sector that has anything.
        var at = last / VhdLayout.SectorSize * VhdLayout.SectorSize;
        if (last < 0 || at + VhdLayout.SectorSize > window.Length)
        {
            return false;
        }

        footer = VhdFooter.View(window.AsSpan(at));
        offset = start + at;
        return footer.DiskType == VhdDiskType.Fixed && Layout.IsValid(footer);
    }

    /// <summary>The end of the last data; null when the file is in too many pieces.</summary>
    private static long? EndOfData(ByteStore store)
    {
        var (end, runs) = (0L, 0);
        for (var at = 0L; at < store.Length;)
        {
            var run = store.RunAt(at, store.Length - at);
            if (run.Length == 0 || ++runs > MostRuns)
            {
                return null;
            }

            at += run.Length;
            end = run.IsHole ? end : at;
        }

        return end;
    }
}
