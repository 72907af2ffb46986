using System.Buffers.Binary;
using System.Globalization;
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
            await AssertSame(layout, samples);
        }
    }

    private static async Task AssertSame(LayoutInfo layout, byte[][] samples)
    {
        using var folder = new TemporaryFolder();
        var cancellation = TestContext.Current.CancellationToken;
        await File.WriteAllBytesAsync(folder["samples.pcap"], Capture(samples), cancellation);
        await File.WriteAllTextAsync(folder["it.lua"], Schema.Of(layout, SchemaLanguage.Lua), cancellation);
        var expected = samples.Select(sample => Expected(layout, sample)).ToList();
        var columns = expected[0].Select(field => field.Filter).Distinct().ToList();

        var result = await Peer.Run(
            "tshark", [
                "-r", folder["samples.pcap"], "-X", "lua_script:" + folder["it.lua"], "-T", "fields",
                "-E", "separator=|", "-E", "aggregator=;", .. columns.SelectMany(column => new[] { "-e", column })]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("Lua", result.Error, StringComparison.Ordinal);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(samples.Length, lines.Length);
        foreach (var (line, fields) in lines.Zip(expected))
        {
            var ours = columns.Select(column => string.Join(";", fields
                .Where(field => field.Filter == column).Select(field => field.Value)));
            Assert.Equal(
                columns.Zip(ours, (column, value) => $"{column} = {value}"),
                columns.Zip(line.Split('|'), (column, value) => $"{column} = {value}"));
        }
    }

    /// <summary>
    /// What the fields read, as Wireshark writes it. Texts and floating-point numbers are left out: it has its own way
    /// of showing them.
    /// </summary>
    private static List<(string Filter, string Value)> Expected(LayoutInfo layout, byte[] bytes)
    {
        var types = new SchemaTypes(layout, SchemaNames.Snake);
        var found = new List<(string Filter, string Value)>();
        Add(types.NameOf(layout), layout, bytes);
        return found;

        void Add(string path, LayoutInfo inner, byte[] part)
        {
            var ids = new KaitaiIds(inner);
            foreach (var field in inner.Fields)
            {
                var raw = part.AsSpan(field.Offset, field.Width).ToArray();
                if (field.Nested is { } nested)
                {
                    foreach (var element in raw.Chunk(nested.Size))
                    {
                        Add($"{types.NameOf(layout)}.{types.NameOf(nested)}", nested, element);
                    }
                }
                else if (field.Kind is not (FieldKind.Text or FieldKind.Float or FieldKind.Integers))
                {
                    found.Add(($"{path}.{ids.Of(field.Name)}", Shown(field, part, raw)));
                }

                foreach (var bits in field.Bits)
                {
                    found.Add((
                        $"{path}.{ids.Of(bits.Name)}",
                        Convert.ToUInt64(bits.Get(part), CultureInfo.InvariantCulture)
                            .ToString(CultureInfo.InvariantCulture)));
                }

                foreach (var overlay in field.Overlays)
                {
                    if (overlay.Applies(part))
                    {
                        Add($"{types.NameOf(layout)}.{types.NameOf(overlay.Layout)}", overlay.Layout,
                            raw[..overlay.Layout.Size]);
                    }
                }
            }
        }
    }

    private static string Shown(FieldInfo field, byte[] layout, byte[] raw)
    {
        var isHex = field.IsFlags || field.Role is FieldRole.Magic or FieldRole.Checksum;
        return field switch
        {
            { Kind: FieldKind.Bool } => raw[0].ToString(CultureInfo.InvariantCulture),
            { Kind: FieldKind.Unsigned or FieldKind.Enum or FieldKind.Timestamp, Width: 1 or 2 or 3 or 4 or 8 } =>
                Number(field, raw) is var number && isHex
                    ? "0x" + number.ToString("x" + (2 * field.Width), CultureInfo.InvariantCulture)
                    : number.ToString(CultureInfo.InvariantCulture),
            { Kind: FieldKind.Signed, Width: 1 or 2 or 3 or 4 or 8 } =>
                Convert.ToInt64(field.Get!(layout), CultureInfo.InvariantCulture)
                    .ToString(CultureInfo.InvariantCulture),
            _ => Convert.ToHexStringLower(raw),
        };
    }

    private static ulong Number(FieldInfo field, byte[] raw) =>
        (field.Order == ByteOrder.BigEndian ? raw : raw.Reverse()).Aggregate(0UL, (sum, b) => (sum << 8) | b);

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
