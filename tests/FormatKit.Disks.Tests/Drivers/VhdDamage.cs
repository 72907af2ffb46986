using FormatKit.Disks.Operations;
using FormatKit.Formats.Vhd;
using Xen = FormatKit.Disks.Tests.Drivers.XenServerVhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>A damaged VHD, and what check is to say of it.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Severity">How bad the first finding is.</param>
/// <param name="Offset">Where it is.</param>
/// <param name="Make">Makes the file.</param>
internal sealed record VhdDamage(string Name, CheckSeverity Severity, long Offset, Func<byte[]> Make)
{
    private const int Length = 25088;
    private const int End = Length - 512;
    private const int FixedLength = 8192;

    /// <summary>What the guest sees when it is repaired.</summary>
    public Func<byte[]> Content { get; init; } = () => VhdBytes.DynamicContent();

    /// <summary>What the guest loses by that, as start, length and what is read there.</summary>
    public IReadOnlyList<(long Start, long Length, string ReadsAs)> Losses { get; init; } = [];

    /// <summary>Damage that is repaired without a loss.</summary>
    public static IReadOnlyList<VhdDamage> Harmless { get; } =
    [
        new("copy noise", CheckSeverity.StaleCopy, 64, () => VhdBytes.Dynamic().With(100, 1)),
        new("copy zeros", CheckSeverity.StaleCopy, 0, () => VhdBytes.Dynamic().With(0, new byte[512])),
        new("copy differs", CheckSeverity.StaleCopy, 84,
            () => VhdBytes.Dynamic().WithCopy((ref copy) => copy.SavedState = 1)),
        new("end noise", CheckSeverity.StaleCopy, End + 64, () => VhdBytes.Dynamic().With(End + 100, 1)),
        new("end zeros", CheckSeverity.StaleCopy, End, () => VhdBytes.Dynamic().With(End, new byte[512])),
        new("end gone", CheckSeverity.StaleCopy, End, () => VhdBytes.Dynamic()[..End]),
        new("end half gone", CheckSeverity.StaleCopy, End + 512, () => VhdBytes.Dynamic()[..(End + 200)]),
        new("bytes behind the end", CheckSeverity.StaleCopy, Length, () => [.. VhdBytes.Dynamic(), .. new byte[700]]),
        new("both footers unsealed", CheckSeverity.Corruption, End + 64,
            () => VhdBytes.Dynamic().With(85, 1).With(End + 85, 1)),
        new("both footers without version", CheckSeverity.Corruption, End + 12,
            () => VhdBytes.Dynamic().With(13, 0).With(End + 13, 0)),
        new("header sum", CheckSeverity.Corruption, 512 + 36, () => VhdBytes.Dynamic().With(512 + 38, 1)),
        new("header reserved", CheckSeverity.Corruption, 512 + 36, () => VhdBytes.Dynamic().With(512 + 800, 1)),
        new("header cookie", CheckSeverity.Corruption, 512, () => VhdBytes.Dynamic().With(512, (byte)'X')),
        new("header version", CheckSeverity.Corruption, 512 + 24, () => VhdBytes.Dynamic().With(512 + 25, 9)),
        new("header of no next one", CheckSeverity.Corruption, 512 + 36, () => VhdBytes.Dynamic().With(512 + 8, 0)),
        new("leading to no header", CheckSeverity.Corruption, 4096,
            () => VhdBytes.Dynamic().WithFooter((ref footer) => footer.DataOffset = 4096)),
        new("last block nobody's", CheckSeverity.Leak, 16384,
            () => VhdBytes.Dynamic().WithEntry(3, VhdLayout.Unallocated)) { Content = Without(3) },
        new("spare entry out of the file", CheckSeverity.StaleCopy, VhdBytes.TableAt + 28,
            () => Spare().WithEntry(7, 0x10000)),
        new("spare entry into a block", CheckSeverity.StaleCopy, VhdBytes.TableAt + 28,
            () => Spare() is var file ? file.WithEntry(7, file.Entry(1)) : file),
        new("block behind the disk's end", CheckSeverity.Leak, VhdBytes.TableAt + 24,
            () => Spare() is var file ? file.WithEntry(6, file.Entry(3)).WithEntry(3, VhdLayout.Unallocated) : file)
        {
            Content = Without(3),
        },
        Batmap("batmap sum", CheckSeverity.StaleCopy, header => header.With(27, 0x55)),
        Batmap("batmap open", CheckSeverity.StaleCopy, header => header.With(24, 0x80, 0, 0, 0)),
        Batmap("batmap stray bit", CheckSeverity.StaleCopy, header => header.With(24, 0xFF, 0xFF, 0xFF, 0x3F)
            .With(512, 0xC0)),
        Batmap("batmap too full", CheckSeverity.Corruption, header => header.With(24, 0xFF, 0xFF, 0xFF, 0xAF)
            .With(512, 0x50)) with { Offset = Xen.BatmapAt },
        Batmap("batmap nowhere", CheckSeverity.Corruption, header => header.With(8, 0x40)),
        Batmap("batmap too short", CheckSeverity.StaleCopy, header => header.With(19, 0)),
        Batmap("batmap in a block", CheckSeverity.Corruption, header => header.With(14, 0x20)) with
        {
            Offset = Xen.TableAt + 4, // the block's entry
        },
        new("fixed, sum", CheckSeverity.Corruption, FixedLength + 64, () => VhdBytes.Fixed().With(FixedLength + 100, 1))
        {
            Content = Fixed,
        },
        new("fixed, cookie", CheckSeverity.Corruption, 0, () => VhdBytes.Fixed().With(FixedLength, (byte)'X'))
        {
            Content = Fixed,
        },
        new("fixed, zeros behind", CheckSeverity.StaleCopy, FixedLength, () => [.. VhdBytes.Fixed(), .. new byte[4096]])
        {
            Content = Fixed,
        },
        new("fixed, space before the footer", CheckSeverity.Leak, FixedLength,
            () => [.. VhdBytes.Fixed()[..FixedLength], .. new byte[16384], .. VhdBytes.Fixed()[FixedLength..]])
        {
            Content = Fixed,
        },
    ];

    /// <summary>Damage whose repair costs something.</summary>
    public static IReadOnlyList<VhdDamage> Costly { get; } =
    [
        new("entry out of the file", CheckSeverity.Corruption, VhdBytes.TableAt + 4,
            () => VhdBytes.Dynamic().WithEntry(1, 0x10000))
        {
            Content = Without(1), Losses = [(4096, 4096, "zeros")],
        },
        new("entry into the header", CheckSeverity.Corruption, VhdBytes.TableAt + 0,
            () => VhdBytes.Dynamic().WithEntry(0, 1))
        {
            Content = Without(0), Losses = [(0, 4096, "zeros")],
        },
        new("two blocks in one place", CheckSeverity.Corruption, VhdBytes.TableAt + 8,
            () => VhdBytes.Dynamic() is var file ? file.WithEntry(2, file.Entry(0)) : file)
        {
            Losses = [(0, 4096, Doubt), (8192, 4096, "zeros")],
        },
        new("a block over two others", CheckSeverity.Corruption, VhdBytes.TableAt + 8,
            () => VhdBytes.Dynamic() is var file ? file.WithEntry(2, file.Entry(0) + 8) : file)
        {
            Losses = [(0, 2 * 4096, Doubt), (2 * 4096, 4096, "zeros")],
        },
        new("file cut inside the last block", CheckSeverity.Corruption, VhdBytes.TableAt + 12,
            () => VhdBytes.Dynamic()[..(20480 + 1000)])
        {
            Content = () => Cut(3 * 4096 + 1000, 4 * 4096), Losses = [((3 * 4096) + 1000, 3096, "zeros")],
        },
        new("file cut inside an earlier block", CheckSeverity.Corruption, VhdBytes.TableAt + 4,
            () => VhdBytes.Dynamic()[..15000])
        {
            Content = () => Cut(4096 + 2712, 4 * 4096),
            Losses = [(4096 + 2712, 4096 - 2712, "zeros"), (3 * 4096, 4096, "zeros")],
        },
    ];

    public const string Doubt = "what is there now, which may be another block's";

    public static VhdDamage Find(string name) => Harmless.Concat(Costly).Single(damage => damage.Name == name);

    private static VhdDamage Batmap(string name, CheckSeverity severity, Func<byte[], byte[]> change) =>
        new(name, severity, Xen.BatmapHeaderAt, () =>
        {
            var file = Xen.Make();
            change(file[Xen.BatmapHeaderAt..]).CopyTo(file, Xen.BatmapHeaderAt);
            return file;
        })
        {
            Content = Xen.Content,
        };

    /// <summary>With a table of two entries more than the disk has blocks.</summary>
    private static byte[] Spare() => VhdBytes.Dynamic().WithHeader((ref header) => header.MaxTableEntries = 8);

    private static byte[] Fixed() => Images.Bytes.Noise(FixedLength, 1);

    private static Func<byte[]> Without(int block) => () => Cut(block * 4096, (block + 1) * 4096);

    private static byte[] Cut(int from, int to)
    {
        var content = VhdBytes.DynamicContent();
        content.AsSpan(from..to).Clear();
        return content;
    }
}
