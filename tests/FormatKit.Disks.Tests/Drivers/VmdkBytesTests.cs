using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>The pictures are what they are taken for.</summary>
public sealed class VmdkBytesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Both_copies_lead_to_the_grains(int copy)
    {
        var expected = new byte[VmdkBytes.GuestLength];
        foreach (var grain in VmdkBytes.UsualGrains)
        {
            var at = grain * VmdkBytes.GrainSize;
            var length = Math.Min(VmdkBytes.GrainSize, expected.Length - at);
            VmdkBytes.GrainNoise(grain).AsSpan(0, length).CopyTo(expected.AsSpan(at));
        }

        Bytes.AssertEqual(expected, VmdkBytes.Sparse().GuestContent((VmdkCopy)copy));
        Bytes.AssertEqual(expected, VmdkBytes.SparseWithLazyTables().GuestContent((VmdkCopy)copy));
    }

    [Fact]
    public void Lazy_tables_without_grains_are_not_there()
    {
        var file = VmdkBytes.SparseWithLazyTables(600, 513);

        Assert.Equal(0u, file.TableSector(VmdkCopy.Primary, 0));
        Assert.Equal(0u, file.TableSector(VmdkCopy.Redundant, 2));
        Assert.NotEqual(0u, file.TableSector(VmdkCopy.Primary, 1));
        Assert.NotEqual(file.TableSector(VmdkCopy.Primary, 1), file.TableSector(VmdkCopy.Redundant, 1));
        Bytes.AssertEqual(
            VmdkBytes.GrainNoise(513), file.GuestContent().AsSpan(513 * VmdkBytes.GrainSize, VmdkBytes.GrainSize));
    }

    [Fact]
    public void A_zeroed_grain_is_zeros_and_the_header_says_that_there_are_such()
    {
        var file = VmdkBytes.Sparse().WithZeroedGrain(1);

        Assert.Equal(1u, file.GrainSector(VmdkCopy.Redundant, 1));
        Assert.True(Vmdk4Header.View(file.AsSpan(0, 512)).Flags.HasFlag(Vmdk4Flags.ZeroedGrains));
        Bytes.AssertEqual(
            new byte[VmdkBytes.GrainSize],
            file.GuestContent().AsSpan(VmdkBytes.GrainSize, VmdkBytes.GrainSize));
    }

    [Fact]
    public void The_structures_are_found_from_the_header()
    {
        var file = VmdkBytes.Sparse();

        Assert.Equal(
            ["sparse extent header", "descriptor", "redundant grain directory", "grain directory"],
            ImageFormats.Vmdk.Structures(new MemoryStore(file)).Select(structure => structure.Label));
        Assert.Equal(VmdkBytes.Descriptor, file.DescriptorOf());
        Assert.Empty(Layout.Validate(in Vmdk4Header.View(file.AsSpan(0, 512))));
    }
}
