using System.Globalization;
using System.Text;
using System.Text.Json;
using FormatKit.Formats.Png;

namespace FormatKit.Interop.Tests.Png;

/// <summary>PNGs of others are read as others read them, and ours are whole for others.</summary>
public sealed class PngJudgesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [PeerFact(PngTools.Names)]
    public async Task PNGs_by_others_are_read_chunk_by_chunk_to_what_Python_reads()
    {
        var files = await PngTools.Write(NewFolder());
        foreach (var (path, theirs) in files.Zip(await PngTools.Read(files)))
        {
            var file = PngFile.Read(await Bytes(path));

            var chunks = theirs.GetProperty("chunks").EnumerateArray().ToList();
            Assert.Equal(chunks.Count, file.Chunks.Length);
            foreach (var (chunk, their) in file.Chunks.Zip(chunks))
            {
                AssertSame(their, chunk);
            }

            var image = Assert.IsType<PngHeader>(file.Chunks[0].Data).Image;
            Assert.Equal(
                (theirs.GetProperty("width").GetUInt32(), theirs.GetProperty("height").GetUInt32()),
                (image.Width, image.Height));
            Assert.Equal(
                theirs.GetProperty("texts").EnumerateObject()
                    .Select(text => (text.Name, text.Value.GetString()!)).Order(),
                file.Chunks.SelectMany(TextsOf).Order());
        }
    }

    [PeerFact(PngTools.Names)]
    public async Task PNGs_by_others_are_written_back_byte_for_byte()
    {
        foreach (var path in await PngTools.Write(NewFolder()))
        {
            var bytes = await Bytes(path);

            Assert.Equal(bytes, PngFile.Read(bytes).ToBytes());
        }
    }

    [PeerFact(PngTools.Names)]
    public async Task Pngcheck_finds_the_chunks_that_we_read()
    {
        foreach (var path in await PngTools.Write(NewFolder()))
        {
            var verdict = await Peer.Run("pngcheck", "-v", path);

            Assert.True(verdict.ExitCode == 0, verdict.Output);
            Assert.Equal(PngTools.ChunksIn(verdict), ChunksOf(PngFile.Read(await Bytes(path))));
        }
    }

    [PeerFact(PngTools.Names)]
    public async Task PNGs_by_us_are_whole_for_pngcheck_and_Pillow()
    {
        var file = WrittenPng.Everything();
        await File.WriteAllBytesAsync(_folder["ours.png"], file.ToBytes(), TestContext.Current.CancellationToken);

        var verdict = await Peer.Run("pngcheck", "-v", _folder["ours.png"]);
        var theirs = Assert.Single(await PngTools.Read(_folder["ours.png"]));

        Assert.True(verdict.ExitCode == 0, verdict.Output);
        Assert.Equal(ChunksOf(file), PngTools.ChunksIn(verdict));
        Assert.Contains("32 x 16 image, 8-bit palette, non-interlaced", verdict.Output, StringComparison.Ordinal);
        Assert.Contains("gAMA at offset 0x00025, length 4: 0.45455", verdict.Output, StringComparison.Ordinal);
        Assert.Contains("White x = 0.3127 y = 0.329,  Red x = 0.64 y = 0.33", verdict.Output, StringComparison.Ordinal);
        Assert.Contains("3780x2835 pixels/meter", verdict.Output, StringComparison.Ordinal);
        Assert.Contains("25 Nov 2026 12:30:60 UTC", verdict.Output, StringComparison.Ordinal);
        Assert.Equal(
            file.Chunks.SelectMany(TextsOf).Order(),
            theirs.GetProperty("texts").EnumerateObject().Select(text => (text.Name, text.Value.GetString()!)).Order());
        Assert.Equal([200, 100, 50, 128], theirs.GetProperty("pixel").EnumerateArray().Select(part => part.GetInt32()));
    }

    [PeerFact(PngTools.Names)]
    public async Task A_flipped_bit_breaks_the_checksum_of_the_same_chunk_for_pngcheck_and_for_us()
    {
        var whole = WrittenPng.Everything();
        var start = 8;
        for (var index = 0; index < whole.Chunks.Length; index++)
        {
            var bytes = whole.ToBytes();
            var length = Records.Measure(whole.Chunks[index]);
            bytes[start + length - 1] ^= 1; // the last byte is the checksum's
            await File.WriteAllBytesAsync(_folder["flipped.png"], bytes, TestContext.Current.CancellationToken);

            var verdict = await Peer.Run("pngcheck", "-v", _folder["flipped.png"]);
            var violation = Assert.Single(Records.Parse<PngFile>(bytes).Violations);

            var type = PngFile.Read(whole.ToBytes()).Chunks[index].Type.ToString().Trim('"');
            Assert.Contains($"CRC error in chunk {type} (computed", verdict.Output, StringComparison.Ordinal);
            Assert.NotEqual(0, verdict.ExitCode);
            Assert.Equal(
                (ViolationKind.Checksum, $"Chunks[{index}].Checksum", (long)(start + length - 4)),
                (violation.Kind, violation.Path, violation.Offset));
            start += length;
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertSame(JsonElement theirs, PngChunk ours)
    {
        var data = Convert.FromHexString(theirs.GetProperty("data").GetString()!);
        var type = theirs.GetProperty("type").GetString();
        Assert.Equal(type, ours.Type.ToString().Trim('"'));
        Assert.Equal((uint)data.Length, ours.Length);
        Assert.Equal(theirs.GetProperty("crc").GetUInt32(), ours.Checksum);
        Assert.Equal(data, ours.ToBytes()[8..^4]);

        var numbers = theirs.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt64()).ToList();
        if (numbers.Count > 0)
        {
            Assert.Equal(numbers, NumbersOf(ours.Data));
        }
    }

    private static IEnumerable<long> NumbersOf(PngChunkData data) => data switch
    {
        PngHeader { Image: var it } =>
        [
            it.Width, it.Height, it.BitDepth, (long)it.ColorType, it.CompressionMethod, it.FilterMethod,
            (long)it.Interlace,
        ],
        PngChromaticities it =>
            [it.WhiteX, it.WhiteY, it.RedX, it.RedY, it.GreenX, it.GreenY, it.BlueX, it.BlueY],
        PngGamma it => [it.Gamma],
        PngStandardColors it => [(long)it.RenderingIntent],
        PngPixelSize it => [it.PerUnitX, it.PerUnitY, (long)it.Unit],
        PngTime it => [it.Year, it.Month, it.Day, it.Hour, it.Minute, it.Second],
        _ => throw new ArgumentException($"{data} has no numbers"),
    };

    private static IEnumerable<(string Keyword, string Text)> TextsOf(PngChunk chunk) => chunk.Data switch
    {
        PngText text => [(text.Keyword, text.Text)],
        PngCompressedText text => [(text.Keyword, Encoding.Latin1.GetString(WrittenPng.Inflate(text.Text)))],
        PngInternationalText { IsCompressed: 0 } text => [(text.Keyword, Encoding.UTF8.GetString(text.Text))],
        PngInternationalText text => [(text.Keyword, Encoding.UTF8.GetString(WrittenPng.Inflate(text.Text)))],
        _ => [],
    };

    private static IEnumerable<string> ChunksOf(PngFile file)
    {
        var start = 8;
        foreach (var chunk in PngFile.Read(file.ToBytes()).Chunks)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{chunk.Type.ToString().Trim('"')} at {start}, {chunk.Length}");
            start += 12 + (int)chunk.Length;
        }
    }

    private static Task<byte[]> Bytes(string path) =>
        File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

    private string NewFolder() => Directory.CreateDirectory(_folder["png"]).FullName;
}
