using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>A kind of image that power cuts and host faults are tried on.</summary>
/// <param name="Name">How test names and the table call it.</param>
/// <param name="Driver">The driver, which is under the contract too.</param>
internal sealed record CutDriver(string Name, TestedDriver Driver)
{
    public ImageFormat Format => Driver.Format;

    public string Options => Driver.Options;

    public int Unit => Driver.Unit;

    /// <summary>Guest bytes of a disk.</summary>
    public int Length => (int)Driver.Length;

    /// <summary>Guest bytes of a disk whose tables have several pages.</summary>
    public int WideLength { get; init; } = (9 << 20) + 512;

    /// <summary>Units that are allocated when work begins: those of <see cref="TestedDriver.HalfFilled"/>.</summary>
    public static IReadOnlyList<int> Allocated { get; } = [0, 1, 3];

    /// <summary>An image that was made otherwise than by creating and writing it, with those units allocated; null for
    /// none.</summary>
    public Func<CutImage>? Made { get; init; }

    /// <summary>Images of the same kind, each with one redundant copy damaged, which the first write mends.</summary>
    public IReadOnlyList<Func<CutImage>> Damaged { get; init; } = [];

    /// <summary>Barriers whose loss must show. For what the others keep, something redundant stands in: a second footer
    /// for the one that growing and closing move.</summary>
    public IReadOnlyList<Barrier> Needed { get; init; } = [Barrier.BeforeTables, Barrier.EndOfFlush];

    /// <summary>The image that work begins with.</summary>
    public CutImage Initial()
    {
        if (Made is not null)
        {
            return Made();
        }

        var (file, content) = Driver.HalfFilled();
        return new CutImage(file.ToArray(), content);
    }

    /// <summary>An image without content.</summary>
    public CutImage Empty(int length)
    {
        var file = new MemoryStore();
        Driver.Create(file, length).Dispose();
        return new CutImage(file.ToArray(), Driver.NewContent(length));
    }

    public override string ToString() => Name;
}
