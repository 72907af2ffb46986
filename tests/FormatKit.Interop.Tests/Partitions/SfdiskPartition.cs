using System.Globalization;
using System.Text.Json;
using FormatKit.Formats.Partitions;

namespace FormatKit.Interop.Tests.Partitions;

/// <summary>All that sfdisk says of a partition.</summary>
internal sealed record SfdiskPartition(
    int Number, long Start, long Size, string Type, bool Bootable, string Name, string? Uuid, string Attributes)
{
    private static readonly (int Bit, string Name)[] CommonAttributes =
        [(0, "RequiredPartition"), (1, "NoBlockIOProtocol"), (2, "LegacyBIOSBootable")];

    public static SfdiskPartition Of(JsonElement partition, string path)
    {
        var node = partition.GetProperty("node").GetString()!;
        Assert.StartsWith(path, node, StringComparison.Ordinal);
        return new SfdiskPartition(
            int.Parse(node[path.Length..].TrimStart('p'), CultureInfo.InvariantCulture),
            partition.GetProperty("start").GetInt64(),
            partition.GetProperty("size").GetInt64(),
            partition.GetProperty("type").GetString()!.ToLowerInvariant().PadLeft(2, '0'),
            partition.TryGetProperty("bootable", out var bootable) && bootable.GetBoolean(),
            partition.TryGetProperty("name", out var name) ? name.GetString()! : "",
            partition.TryGetProperty("uuid", out var id) ? id.GetString()!.ToLowerInvariant() : null,
            partition.TryGetProperty("attrs", out var attributes) ? attributes.GetString()! : "");
    }

    public static SfdiskPartition Of(Partition partition, int sectorSize) => new(
        partition.Number, partition.Start.Value / sectorSize, partition.Length / sectorSize, partition.Type,
        partition.UniqueId is null && partition.IsBootable, partition.Name, partition.UniqueId?.ToString(),
        Words((ulong)partition.Attributes));

    private static string Words(ulong attributes)
    {
        var words = CommonAttributes.Where(common => IsSet(common.Bit)).Select(common => common.Name).ToList();
        var own = string.Join(',', Enumerable.Range(48, 16).Where(IsSet));
        return string.Join(' ', own.Length == 0 ? words : [.. words, "GUID:" + own]);

        bool IsSet(int bit) => (attributes >> bit & 1) != 0;
    }
}
