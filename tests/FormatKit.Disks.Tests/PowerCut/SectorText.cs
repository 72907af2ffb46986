using FormatKit.Disks.Storage;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Files as words: each letter is a sector full of it, a dot one of zeros, a question mark any other, and what
/// is less than a sector is a plus.</summary>
internal static class SectorText
{
    internal static byte[] Bytes(string text) =>
        [.. text.SelectMany(letter => Enumerable.Repeat((byte)letter, StoreOperation.SectorSize))];

    internal static string Of(MemoryStore file) => string.Concat(file.ToArray().Chunk(StoreOperation.SectorSize)
        .Select(sector => sector.Length < StoreOperation.SectorSize ? '+'
            : sector.Any(value => value != sector[0]) ? '?'
            : sector[0] == 0 ? '.'
            : (char)sector[0]));

    internal static void Write(this ByteStore store, string text, int sector) =>
        store.Write(Bytes(text), sector * StoreOperation.SectorSize);

    /// <summary>What the file may be if the power goes now, each once and in order.</summary>
    internal static string[] NowOrLost(this PowerCutStore store) =>
    [
        .. store.Cuts(new CutSampling { OnlyNow = true }).Select(cut => Of(cut.File))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
