using FormatKit.Formats.Partitions;
using FormatKit.Testing;

namespace FormatKit.Formats.Tests.Partitions;

/// <summary>Whatever a guest writes to its disk, its table is read in bounded time.</summary>
public sealed class HostileTableTests
{
    [Fact]
    public void Hostile_fields_of_an_MBR_never_throw()
    {
        foreach (var at in (int[])[0, MbrPicture.Ebr(16), MbrPicture.Ebr(32)])
        {
            foreach (var mutation in FieldMutations.Of(
                Layout.InfoOf<MbrSector>(), MbrPicture.Bytes().AsSpan(at, 512).ToArray()))
            {
                var disk = MbrPicture.Bytes();
                mutation.Apply(disk.AsSpan(at));
                ExpectSane(disk);
            }
        }
    }

    [Theory]
    [InlineData(512)]
    [InlineData(4096)]
    public void Hostile_fields_of_a_GPT_never_throw(int sectorSize)
    {
        foreach (var (at, layout) in ((int, LayoutInfo)[])
            [
                (0, Layout.InfoOf<MbrSector>()),
                (sectorSize, Layout.InfoOf<GptHeader>()),
                (2 * sectorSize, Layout.InfoOf<GptEntry>()),
                (GptPicture.Backup(sectorSize), Layout.InfoOf<GptHeader>()),
                (GptPicture.BackupEntries(sectorSize), Layout.InfoOf<GptEntry>()),
            ])
        {
            var whole = GptPicture.Bytes(sectorSize);
            foreach (var mutation in FieldMutations.Of(layout, whole.AsSpan(at, layout.Size).ToArray()))
            {
                var disk = whole.ToArray();
                mutation.Apply(disk.AsSpan(at));
                ExpectSane(disk);
                GptPicture.Seal(disk, sectorSize);
                ExpectSane(disk);
            }
        }
    }

    [Fact]
    public void Any_GPT_with_right_checksums_never_throws() =>
        Law.ForAll("GPTs of any bytes", Arbitraries.Bytes(92 + (GptPicture.EntryCount * 128)), bytes =>
        {
            var disk = GptPicture.Bytes();
            bytes.AsSpan(8, 84).CopyTo(disk.AsSpan(512 + 8));
            bytes.AsSpan(92).CopyTo(disk.AsSpan(1024));
            GptPicture.Seal(disk);
            ExpectSane(disk);

            // The entries in their place and so many of them, so that they are read.
            GptPicture.Bytes().AsSpan(512, 92).CopyTo(disk.AsSpan(512));
            GptPicture.Seal(disk);
            ExpectSane(disk);
        }, 500);

    [Fact]
    public void Any_entries_never_throw() =>
        Law.ForAll("partitions of any bytes", Arbitraries.Bytes(8 * 66), bytes =>
        {
            // Eight records, of which chains may go to any, with any entries that look legal.
            var disk = MbrPicture.Bytes();
            for (var record = 0; record < 8; record++)
            {
                var at = MbrPicture.Ebr(record * 8);
                bytes.AsSpan(record * 66, 66).CopyTo(disk.AsSpan(at + 446));
                for (var entry = 0; entry < 4; entry++)
                {
                    disk[at + 446 + (entry * 16)] &= 0x80; // a legal indicator
                    disk[at + 446 + (entry * 16) + 4] = (byte)(entry + 4);
                    disk.AsSpan(at + 446 + (entry * 16) + 9, 3).Clear(); // a sector on the disk, more or less
                }

                (disk[at + 510], disk[at + 511]) = (0x55, 0xAA);
            }

            ExpectSane(disk);
        }, 500);

    [Fact]
    public void Any_truncation_never_throws()
    {
        foreach (var disk in (byte[][])[MbrPicture.Bytes(), GptPicture.Bytes()])
        {
            for (var length = 0; length <= disk.Length; length += length < 2048 ? 1 : 97)
            {
                ExpectSane(disk[..length]);
            }
        }
    }

    private static void ExpectSane(byte[] bytes)
    {
        var disk = new MeteredSource(bytes);

        var table = PartitionTable.Read(disk);

        Assert.InRange(disk.Reads, 0, 400);
        Assert.InRange(disk.BytesRead, 0, 1 << 20);
        Assert.InRange(table.Warnings.Count, 0, 64);
        Assert.All(table.Partitions, partition =>
            Assert.True(partition.Start.Value >= 0 && partition.Length > 0 && partition.End.Value > 0));
        Assert.All(table.Structures, structure =>
            Assert.True(structure.Offset.Value >= 0 && structure.Offset + structure.Length > default(GuestOffset)));
    }
}
