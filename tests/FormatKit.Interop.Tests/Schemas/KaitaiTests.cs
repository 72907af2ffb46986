using FormatKit.Testing;
using FormatKit.Testing.Tests.Kinds;

namespace FormatKit.Interop.Tests.Schemas;

/// <summary>An independent reader, made from what we export, reads what our accessors read.</summary>
public sealed class KaitaiTests
{
    [PeerFact(Kaitai.Name)]
    public async Task Kaitai_reads_random_valid_instances_of_every_layout_to_the_same_values()
    {
        using var folder = new TemporaryFolder();
        var drawn = SampleStructures.Draw(Law.ChooseSeed(null));
        await Kaitai.Compile(folder, drawn.Select(layout => (
            SchemaNames.Snake(layout.Layout.Name), Schema.Of(layout.Layout, SchemaLanguage.Kaitai))));

        var cases = drawn
            .SelectMany(layout => layout.Samples, (layout, bytes) => (layout.Layout, Bytes: bytes))
            .ToList();
        var read = await Kaitai.Read(folder, cases.Select(one => (SchemaNames.Snake(one.Layout.Name), one.Bytes)));

        Assert.Equal(cases.Count, read.Count);
        foreach (var ((layout, bytes), theirs) in cases.Zip(read))
        {
            KaitaiReading.AssertSame(layout, bytes, theirs);
        }
    }

    [PeerFact(Kaitai.Name)]
    public async Task Kaitai_reads_random_valid_instances_of_every_record_to_the_same_values()
    {
        using var folder = new TemporaryFolder();
        var drawn = SampleStructures.DrawRecords(Law.ChooseSeed(null));
        await Kaitai.Compile(folder, drawn.Select(record => (
            SchemaNames.Snake(record.Record.Name), Schema.Of(record.Record, SchemaLanguage.Kaitai))));

        var cases = drawn
            .SelectMany(record => record.Samples, (record, bytes) => (record.Record, Bytes: bytes))
            .ToList();
        var read = await Kaitai.Read(folder, cases.Select(one => (SchemaNames.Snake(one.Record.Name), one.Bytes)));

        Assert.Equal(cases.Count, read.Count);
        foreach (var ((record, bytes), theirs) in cases.Zip(read))
        {
            KaitaiReading.AssertSame(record, record.Parse(bytes).Value!, theirs);
        }
    }

    [PeerFact(Kaitai.Name)]
    public async Task What_is_read_in_another_byte_order_is_noticed()
    {
        using var folder = new TemporaryFolder();
        var record = Records.InfoOf<NumberBody>();
        var ksy = Schema.Of(record, SchemaLanguage.Kaitai).Replace("s8be", "s8le", StringComparison.Ordinal);
        await Kaitai.Compile(folder, [("number_body", ksy)]);
        var value = new NumberBody { Number = 1 };

        var read = Assert.Single(await Kaitai.Read(folder, [("number_body", value.ToBytes())]));

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => KaitaiReading.AssertSame(record, value, read));
    }
}
