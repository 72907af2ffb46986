using FormatKit.Formats.Partitions;

namespace FormatKit.Cli.Tests;

/// <summary>What a guest has on its disk, in whatever file.</summary>
public sealed class PartitionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("raw")]
    [InlineData("vpc")]
    [InlineData("vmdk")]
    public void Info_lists_partitions(string format)
    {
        var text = Fkit.Good("info", NewImage(format)).Output;

        Assert.EndsWith(
            """
            partition table: mbr, sectors of 512 bytes, id 0x12345678
                number  start  size     type      name
                1       4096   4 KiB    Linux
                2       8192   512 KiB  Extended
                5       9216   8 KiB    FAT16

            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Info_has_partitions_in_json()
    {
        var info = Fkit.Good("info", "--output", "json", NewImage("vpc")).Json;

        var table = info.GetProperty("partition-table");
        Assert.Equal("mbr", table.GetProperty("type").GetString());
        Assert.Equal("0x12345678", table.GetProperty("id").GetString());
        Assert.Equal(512, table.GetProperty("sector-size").GetInt32());
        Assert.Empty(table.GetProperty("warnings").EnumerateArray());
        var partitions = table.GetProperty("partitions").EnumerateArray().ToList();
        Assert.Equal([1, 2, 5], partitions.Select(partition => partition.GetProperty("number").GetInt32()));
        Assert.Equal(4096, partitions[0].GetProperty("start").GetInt64());
        Assert.Equal(4096, partitions[0].GetProperty("size").GetInt64());
        Assert.Equal("83", partitions[0].GetProperty("type").GetString());
        Assert.Equal("Linux", partitions[0].GetProperty("type-name").GetString());
        Assert.Equal([true, false, false], partitions.Select(p => p.GetProperty("bootable").GetBoolean()));
        Assert.Equal([false, false, true], partitions.Select(p => p.GetProperty("logical").GetBoolean()));
    }

    [Fact]
    public void Info_says_what_is_wrong_with_the_table_and_goes_on()
    {
        var disk = Disk();
        MbrSector.Edit(disk).EditEntries()[0].SectorCount = 4096;

        var result = Fkit.Good("info", "--output", "json", _folder.File("a.raw", disk));

        var warnings = result.Json.GetProperty("partition-table").GetProperty("warnings").EnumerateArray().ToList();
        Assert.Equal(2, warnings.Count);
        Assert.Equal(2, result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(warnings[0].GetString()!, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Json.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public void Info_of_a_disk_without_partitions_says_nothing_of_them()
    {
        var file = _folder.File("a.raw", new byte[8192]);

        Assert.DoesNotContain("partition", Fkit.Good("info", file).Output, StringComparison.Ordinal);
        Assert.False(Fkit.Good("info", "--output", "json", file).Json.TryGetProperty("partition-table", out _));
    }

    [Theory]
    [InlineData("raw", 0)]
    [InlineData("vpc", 4)]
    public void Dissect_shows_the_file_and_then_the_guest(string format, int own)
    {
        var dissection = Fkit.Good("dissect", "--output", "json", NewImage(format)).Json;

        Assert.Equal(own, dissection.GetProperty("structures").GetArrayLength());
        var guest = dissection.GetProperty("guest");
        Assert.Equal("mbr", guest.GetProperty("partition-table").GetProperty("type").GetString());
        var structures = guest.GetProperty("structures").EnumerateArray().ToList();
        Assert.Equal(
            [("MBR", 0L), ("extended boot record", 8192L)],
            structures.Select(s => (s.GetProperty("label").GetString()!, s.GetProperty("offset").GetInt64())));
        var types = structures.SelectMany(s => s.GetProperty("fields").EnumerateArray())
            .Where(field => field.GetProperty("path").GetString() == "Entries[0].Type").ToList();
        Assert.Equal(["Linux (131)", "Fat16 (6)"], types.Select(field => field.GetProperty("value").GetString()));
        Assert.Equal([450, 8192 + 450], types.Select(field => field.GetProperty("offset").GetInt64()));
    }

    [Fact]
    public void Dissect_says_in_text_which_places_are_the_guests()
    {
        var text = Fkit.Good("dissect", NewImage("vpc")).Output;

        var file = text.IndexOf("\nfooter: byte ", StringComparison.Ordinal);
        var table = text.IndexOf("\n\npartition table of the guest: mbr, sectors of 512", StringComparison.Ordinal);
        var mbr = text.IndexOf("\n\nMBR: guest byte 0, 512 bytes, MbrSector", StringComparison.Ordinal);
        var record = text.IndexOf("\n\nextended boot record: guest byte 8192, 512", StringComparison.Ordinal);
        Assert.True(0 < file && file < table && table < mbr && mbr < record, text);
    }

    [Fact]
    public void Dissect_shows_one_side_when_told()
    {
        var file = NewImage("vpc");

        var host = Fkit.Good("dissect", "--host", "--output", "json", file).Json;
        var guest = Fkit.Good("dissect", "--guest", "--output", "json", file).Json;

        Assert.NotEmpty(host.GetProperty("structures").EnumerateArray());
        Assert.False(host.TryGetProperty("guest", out _));
        Assert.Empty(guest.GetProperty("structures").EnumerateArray());
        Assert.Equal(2, guest.GetProperty("guest").GetProperty("structures").GetArrayLength());
        Assert.Contains("exclude", Fkit.Run("dissect", "--host", "--guest", file).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_bits_have_lines_below_their_field_and_their_place_in_json()
    {
        var disk = Disk();
        MbrSector.Edit(disk).EditEntries()[0].EditStartChs().SectorAndCylinder = 0b10_000101;
        var file = _folder.File("bits.raw", disk);

        var lines = Fkit.Good("dissect", file).Output.Split('\n');
        var sector = Array.FindIndex(
            lines, line => line.Contains("Entries[0].StartChs.Sector ", StringComparison.Ordinal));
        var rows = Fkit.Good("dissect", "--output", "json", file).Json.GetProperty("guest").GetProperty("structures")[0]
            .GetProperty("fields").EnumerateArray().ToList();
        var high = rows.Single(row => row.GetProperty("path").GetString() == "Entries[0].StartChs.CylinderHigh");

        Assert.Matches(@"^  0x1c0 +Entries\[0\]\.StartChs\.SectorAndCylinder +85 +133 ", lines[sector - 1]);
        Assert.Matches(@"^  0x1c0 +Entries\[0\]\.StartChs\.Sector +bits 0 to 5 +5 ", lines[sector]);
        Assert.Equal((6, 2), (
            high.GetProperty("bits").GetProperty("shift").GetInt32(),
            high.GetProperty("bits").GetProperty("count").GetInt32()));
        Assert.Equal(("2", "85"), (high.GetProperty("value").GetString(), high.GetProperty("bytes").GetString()));
    }

    [Fact]
    public void An_image_that_cannot_be_opened_is_dissected_and_its_guest_said_to_be_missing()
    {
        var file = NewImage("vpc");
        using (var stream = File.OpenWrite(file))
        {
            stream.Position = 512 + 32; // the dynamic header's block size
            stream.WriteByte(0x77);
        }

        var dissection = Fkit.Good("dissect", "--output", "json", file).Json;

        Assert.Equal(4, dissection.GetProperty("structures").GetArrayLength());
        var reason = dissection.GetProperty("guest").GetProperty("not-shown").GetString();
        Assert.Contains("VhdDynamicHeader", reason, StringComparison.Ordinal);
        Assert.Contains(
            $"  structures of the guest are not shown: {reason}\n", Fkit.Good("dissect", file).Output,
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string NewImage(string format)
    {
        var raw = _folder.File("source.raw", Disk());
        var file = format == "raw" ? raw : _folder.File($"a.{format}");
        if (format != "raw")
        {
            Fkit.Good("convert", "-q", "-f", "raw", "-O", format, raw, file);
        }

        return file;
    }

    /// <summary>A partition, and an extended one with a logical one.</summary>
    private static byte[] Disk()
    {
        var disk = new byte[1 << 20];
        ref var mbr = ref MbrSector.Edit(disk);
        mbr.DiskSignature = 0x12345678;
        Set(ref mbr.EditEntries()[0], MbrPartitionType.Linux, 8, 8);
        mbr.EditEntries()[0].BootIndicator = MbrBootIndicator.Active;
        Set(ref mbr.EditEntries()[1], MbrPartitionType.Extended, 16, 1024);
        mbr.Seal();
        ref var record = ref MbrSector.Edit(disk.AsSpan(8192));
        Set(ref record.EditEntries()[0], MbrPartitionType.Fat16, 2, 16);
        record.Seal();
        return disk;
    }

    private static void Set(ref MbrEntry entry, MbrPartitionType type, uint start, uint count) =>
        (entry.Type, entry.StartLba, entry.SectorCount) = (type, start, count);
}
