using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Model;

/// <summary>Many threads on a disk that no driver of ours would write.</summary>
public sealed class ParallelTests
{
    private const int Block = VhdBytes.BlockSize;

    [Fact]
    public async Task Partly_written_blocks_come_and_go_beside_writers_in_other_blocks()
    {
        for (var seed = 1; seed <= Soak.Times(6); seed++)
        {
            var bytes = VhdBytes.Dynamic();
            bytes.With((int)bytes.Entry(0) * 512, 0x80).With((int)bytes.Entry(1) * 512, 0x01); // little is written
            var file = new MemoryStore(bytes);
            var expected = VhdBytes.DynamicContent();
            expected.AsSpan(512, Block - 512).Clear();
            expected.AsSpan(Block, 7 * 512).Clear();
            expected.AsSpan(Block + (8 * 512), Block - (8 * 512)).Clear();
            await using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd, 600))
            {
                // five blocks and a short one, one for each thread
                await ParallelSteps.Run(seed, 400, async (thread, random) =>
                {
                    var length = Math.Min(Block, expected.Length - (thread * Block));
                    var (offset, part) = random.Next(2) == 0 ? (0, length) : (random.Next(length), 1);
                    part = part == 1 ? random.Next(1, length - offset + 1) : part;
                    await ParallelSteps.Step(disk, expected, (thread * Block) + offset, part, random);
                });
                Bytes.AssertEqual(expected, Bytes.All(disk), $"seed {seed}:");
            }

            using var again = TestDisk.OpenForReading(file);
            Bytes.AssertEqual(expected, Bytes.All(again), $"seed {seed}, opened again:");
            TestDisk.AssertNotCorrupt(file, ImageFormats.Vhd);
        }
    }
}
