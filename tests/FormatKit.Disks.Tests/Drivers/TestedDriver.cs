using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>
/// A driver with one set of create options, as the contracts must know it; what else they need they ask the driver. A
/// class that inherits <see cref="DiskImageContract"/>, or <see cref="AllocatingDiskContract"/> where space is
/// allocated in units, names one, and with that it is in every test that holds for all drivers.
/// </summary>
/// <param name="Format">The format.</param>
/// <param name="Options">Options for creating.</param>
/// <param name="Unit">Guest bytes that it allocates together, or a size to stand for it.</param>
public sealed record TestedDriver(ImageFormat Format, string Options, int Unit)
{
    /// <summary>The driver of each class that inherits the contract.</summary>
    public static IReadOnlyList<TestedDriver> All { get; } = Under<DiskImageContract>();

    /// <summary>Those of them that allocate space in units.</summary>
    public static IReadOnlyList<TestedDriver> Allocating { get; } = Under<AllocatingDiskContract>();

    /// <summary>The parent of its disks; null when they have none.</summary>
    public NewBacking? Parent { get; init; }

    /// <summary>Five units and a bit: the last one is short.</summary>
    public long Length => (5L * Unit) + Math.Min(1536, Unit);

    /// <summary>The driver that calls itself so.</summary>
    public static TestedDriver Named(string name) => All.Single(driver => driver.ToString() == name);

    /// <summary>How often to do what takes the longer the larger the units are.</summary>
    public int Times(int usual, int least = 1) =>
        Soak.Times((int)Math.Clamp(usual * 16384L / Unit, least, usual));

    /// <summary>A new disk.</summary>
    public DiskImage Create(MemoryStore file, long length) => Parent is null
        ? TestDisk.Create(file, Format, length, Options)
        : TestDisk.CreateChild(file, Format, length, Parent, Options);

    /// <summary>What the guest of a new disk sees: zeros, or what its parent has.</summary>
    public byte[] NewContent(long length) =>
        Parent is null ? new byte[length] : TestParents.Content(Parent, length);

    /// <summary>A disk whose units 0, 1 and 3 are written, one after the other, and its content.</summary>
    public (MemoryStore File, byte[] Content) HalfFilled()
    {
        var file = new MemoryStore();
        var content = NewContent(Length);
        var noise = Bytes.Noise(4 * Unit, 1);
        noise.AsSpan(0, 2 * Unit).CopyTo(content);
        noise.AsSpan(3 * Unit).CopyTo(content.AsSpan(3 * Unit));
        using var disk = Create(file, Length);
        disk.Write(content.AsSpan(0, 2 * Unit), 0);
        disk.Write(content.AsSpan(3 * Unit, Unit), 3L * Unit);
        return (file, content);
    }

    private static IReadOnlyList<TestedDriver> Under<TContract>()
        where TContract : DiskImageContract =>
    [
        .. typeof(TestedDriver).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(TContract)))
            .Select(type => ((TContract)Activator.CreateInstance(type)!).Driver)
            .OrderBy(driver => driver.ToString(), StringComparer.Ordinal),
    ];

    public override string ToString() =>
        $"{Format.Name} {Options}".TrimEnd() + (Parent is null ? "" : $" on {Parent.RelativePath}");
}
