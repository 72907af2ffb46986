using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>A loss of power finds no batmap that says too much and is believed, and that is what the mark in its header
/// is for.</summary>
public sealed class VhdBatmapMarkTests
{
    private const int HeaderAt = VhdBytes.TableAt + 512;

    [Fact]
    public void No_loss_of_power_leaves_a_map_that_says_too_much_and_is_believed() =>
        Assert.DoesNotContain(Record(isMarked: true).Cuts(), IsCorrupt);

    [Fact]
    public void Without_the_mark_it_would() => Assert.Contains(Record(isMarked: false).Cuts(), IsCorrupt);

    [Fact]
    public void Until_a_changed_disk_is_closed_its_map_is_not_believed()
    {
        var seen = 0;
        foreach (var cut in Record(isMarked: true).Cuts())
        {
            using var file = cut.File;
            using var disk = TestDisk.OpenForReading(file, ImageFormats.Vhd);
            if (!file.ToArray().AsSpan(VhdBytes.TableAt).StartsWith(Full().ToArray().AsSpan(VhdBytes.TableAt, 512)))
            {
                seen++;
                Assert.Contains("did not close it", Assert.Single(disk.Warnings), StringComparison.Ordinal);
            }
        }

        Assert.InRange(seen, 10, int.MaxValue);
    }

    private static bool IsCorrupt(Testing.PowerCuts.PowerCut cut)
    {
        using var file = cut.File;
        return TestDisk.Check(file, ImageFormats.Vhd).CountOf(CheckSeverity.Corruption) > 0;
    }

    /// <summary>A full block of a child is given back, and a sector of it written: the block is not full any
    /// more.</summary>
    private static PowerCutStore Record(bool isMarked)
    {
        var store = new PowerCutStore(Full());
        var disk = TestDisk.OpenForWriting(isMarked ? store : new WithoutMark(store), ImageFormats.Vhd);
        disk.Discard(VhdBytes.BlockSize, VhdBytes.BlockSize);
        disk.Flush();
        disk.Write(Bytes.Noise(512, 2), VhdBytes.BlockSize);
        disk.Flush();
        return store;
    }

    /// <summary>A child with a full block, on a parent of zeros.</summary>
    private static MemoryStore Full()
    {
        var file = new MemoryStore();
        using var disk = TestDisk.CreateChild(
            file, ImageFormats.Vhd, 4 * VhdBytes.BlockSize, TestParents.Zeros, "block_size=4K,batmap=on");
        disk.Write(Bytes.Noise(VhdBytes.BlockSize, 1), VhdBytes.BlockSize);
        return file;
    }

    /// <summary>A store in which the mark does not arrive.</summary>
    private sealed class WithoutMark(ByteStore inner) : StoreDecorator(inner, leaveOpen: true)
    {
        public override void Write(ReadOnlySpan<byte> buffer, long offset)
        {
            if (offset != HeaderAt || BinaryPrimitives.ReadUInt32BigEndian(buffer[24..]) != 0x8000_0000)
            {
                base.Write(buffer, offset);
            }
        }
    }
}
