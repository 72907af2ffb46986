using System.Buffers.Binary;
using FormatKit.Testing;

namespace FormatKit.Interop.Tests.Schemas;

/// <summary>Wireshark, with the dissector that we export, shows what our accessors read.</summary>
public sealed class WiresharkTests
{
    private const int LinkTypeOfUser0 = 147;

    [PeerFact("tshark")]
    public async Task Wireshark_reads_random_valid_instances_of_every_layout_to_the_same_values()
    {
        foreach (var (layout, samples) in SampleStructures.Draw(Law.ChooseSeed(null)))
        {
            var types = new SchemaTypes(layout, SchemaNames.Snake);
            await AssertSame(Schema.Of(layout, SchemaLanguage.Lua), [.. samples.Select(sample =>
                (sample, WiresharkFields.Of(types, layout, sample)))]);
        }
    }

    [PeerFact("tshark")]
    public async Task Wireshark_reads_random_valid_instances_of_every_record_to_the_same_values()
    {
        foreach (var (record, samples) in SampleStructures.DrawRecords(Law.ChooseSeed(null)))
        {
            var types = new SchemaTypes(record, SchemaNames.Snake);
            var frames = samples.Where(sample => sample.Length > 0) // a frame of no bytes is not dissected
                .Select(sample => (sample, WiresharkFields.Of(types, record, record.Parse(sample).Value!)))
                .ToArray();
            if (frames.Any(frame => frame.Item2.Count > 0))
            {
                await AssertSame(Schema.Of(record, SchemaLanguage.Lua), frames);
            }
        }
    }

    private static async Task AssertSame(
        string lua, (byte[] Sample, IReadOnlyList<(string Filter, string Value)> Fields)[] frames)
    {
        using var folder = new TemporaryFolder();
        var cancellation = TestContext.Current.CancellationToken;
        byte[][] samples = [.. frames.Select(frame => frame.Sample)];
        await File.WriteAllBytesAsync(folder["samples.pcap"], Capture(samples), cancellation);
        await File.WriteAllTextAsync(folder["it.lua"], lua, cancellation);
        var columns = frames.SelectMany(frame => frame.Fields).Select(field => field.Filter).Distinct().ToList();

        var result = await Peer.Run(
            "tshark", [
                "-r", folder["samples.pcap"], "-X", "lua_script:" + folder["it.lua"], "-T", "fields",
                "-E", "separator=|", "-E", "aggregator=;", .. columns.SelectMany(column => new[] { "-e", column })]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("Lua", result.Error, StringComparison.Ordinal);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(frames.Length, lines.Length);
        foreach (var (line, (_, fields)) in lines.Zip(frames))
        {
            var ours = columns.Select(column => string.Join(";", fields
                .Where(field => field.Filter == column).Select(field => field.Value)));
            Assert.Equal(
                columns.Zip(ours, (column, value) => $"{column} = {value}"),
                columns.Zip(line.Split('|'), (column, value) => $"{column} = {value}"));
        }
    }

    /// <summary>A capture (pcap) with a frame for each structure.</summary>
    private static byte[] Capture(byte[][] frames)
    {
        var file = new List<byte>();
        Add(0xA1B2C3D4, 0x0004_0002, 0, 0, 1 << 20, LinkTypeOfUser0);
        foreach (var frame in frames)
        {
            Add(0, 0, (uint)frame.Length, (uint)frame.Length);
            file.AddRange(frame);
        }

        return [.. file];

        void Add(params ReadOnlySpan<uint> numbers)
        {
            Span<byte> bytes = stackalloc byte[4];
            foreach (var number in numbers)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
                file.AddRange(bytes);
            }
        }
    }
}
