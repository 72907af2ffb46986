using FormatKit.Disks.Images;
using FormatKit.Formats;
using FormatKit.Formats.Partitions;

namespace FormatKit.Interop.Tests.Partitions;

/// <summary>Tables as we read them.</summary>
internal static class ReadTable
{
    public static PartitionTable Of(string path)
    {
        using var image = DiskImage.Open(path);
        var content = new GuestContent(image);
        var table = PartitionTable.Read(content);
        Assert.Null(content.Failure);
        return table;
    }

    /// <summary>A structure of a table.</summary>
    public static T Structure<T>(string path, PartitionTable table, string label)
        where T : struct, IBinaryLayout<T>
    {
        using var image = DiskImage.Open(path);
        var place = table.Structures.Single(structure => structure.Label == label).Offset;
        Assert.True(new GuestContent(image).TryRead<T>(place.Value, out var value));
        return value;
    }

    /// <summary>Claims that we read what sfdisk reads, field by field.</summary>
    public static async Task<PartitionTable> AssertLikeSfdisk(string path, string copy = "")
    {
        var table = Of(path);
        var theirs = await DiskTools.SfdiskJson(path);
        var isGpt = theirs.GetProperty("label").GetString() == "gpt";
        Assert.Equal(isGpt ? PartitionScheme.Gpt : PartitionScheme.Mbr, table.Scheme);
        Assert.Equal(theirs.GetProperty("id").GetString(), table.Id, ignoreCase: true);
        Assert.Equal(theirs.GetProperty("sectorsize").GetInt32(), table.SectorSize);
        if (isGpt)
        {
            var header = Structure<GptHeader>(path, table, copy + "GPT header");
            Assert.Equal(theirs.GetProperty("firstlba").GetUInt64(), header.FirstUsableLba);
            Assert.Equal(theirs.GetProperty("lastlba").GetUInt64(), header.LastUsableLba);
        }

        Assert.Equal(
            theirs.TryGetProperty("partitions", out var partitions)
                ? partitions.EnumerateArray().Select(partition => SfdiskPartition.Of(partition, path)) : [],
            table.Partitions.Select(partition => SfdiskPartition.Of(partition, table.SectorSize)));
        return table;
    }
}
