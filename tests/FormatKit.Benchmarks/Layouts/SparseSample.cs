using FormatKit.Formats.Vmdk;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>The bytes of a valid header of a hosted sparse VMDK.</summary>
internal static class SparseSample
{
    internal static byte[] NewBytes()
    {
        var bytes = new byte[512];
        ref var header = ref Vmdk4Header.Edit(bytes);
        header.Version = 1;
        header.Flags = Vmdk4Flags.NewLineTest | Vmdk4Flags.RedundantDirectory;
        header.Capacity = 1 << 21;
        header.GrainSize = 128;
        header.EntriesPerTable = 512;
        header.RedundantDirectoryOffset = 21;
        header.DirectoryOffset = 26;
        header.Overhead = 128;
        header.Seal();
        return bytes;
    }
}
