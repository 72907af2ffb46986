using System.Text.Json;
using FormatKit.Formats.Png;

namespace FormatKit.Cli.Tests;

/// <summary>Files that are no disks, but of a declared format.</summary>
public sealed class RecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_png_is_dissected_field_by_field()
    {
        var fields = Fields(NewPng(), out var structure);

        Assert.Equal("PngFile", structure.GetProperty("record").GetString());
        Assert.Equal((0, 72), (structure.GetProperty("offset").GetInt32(), structure.GetProperty("length").GetInt32()));
        Assert.False(structure.GetProperty("cut-off").GetBoolean());
        Assert.Equal("8", fields["Chunks[0].Data.Image.BitDepth"].GetProperty("value").GetString());
        Assert.Equal("Indexed (3)", fields["Chunks[0].Data.Image.ColorType"].GetProperty("value").GetString());
        Assert.Equal("\"Title\"", fields["Chunks[1].Data.Keyword"].GetProperty("value").GetString());
        Assert.Equal("ae426082", fields["Chunks[2].Checksum"].GetProperty("bytes").GetString());
        Assert.All(fields.Values, field => Assert.Equal(0, field.GetProperty("violations").GetArrayLength()));
    }

    [Fact]
    public void Columns_and_a_verdict_are_for_people()
    {
        var text = Fkit.Good("dissect", NewPng()).Output;

        Assert.StartsWith("PngFile: byte 0, 72 bytes (PNG (Third Edition), ", text, StringComparison.Ordinal);
        Assert.Matches("\n  0x10 +Chunks\\[0\\].Data.Image.Width +00000002 +2 +Pixels in a line", text);
        Assert.EndsWith("\n  every rule holds\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_shows_as_a_broken_rule()
    {
        var file = NewPng();
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);

        var fields = Fields(file, out _);
        var text = Fkit.Good("dissect", file).Output;

        var broken = Assert.Single(fields, field => field.Value.GetProperty("violations").GetArrayLength() > 0);
        Assert.Equal("Chunks[2].Checksum", broken.Key);
        Assert.Contains("\n! Chunks[2].Checksum: FKV003: found ", text, StringComparison.Ordinal);
        Assert.Contains("5.5 CRC algorithm", text, StringComparison.Ordinal);
        Assert.Contains("\n! 1 rule is broken\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_shown_as_far_as_it_goes()
    {
        var file = NewPng();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..50]);

        var fields = Fields(file, out var structure);

        Assert.True(structure.GetProperty("cut-off").GetBoolean());
        Assert.Equal("2", fields["Chunks[0].Data.Image.Width"].GetProperty("value").GetString());
        Assert.Equal("cut off after 9 bytes", fields["Chunks[1].Data"].GetProperty("value").GetString());
    }

    [Fact]
    public void What_follows_is_mentioned()
    {
        var file = NewPng();
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file), 1, 2, 3]);

        Assert.Contains("\n  3 bytes follow\n", Fkit.Good("dissect", file).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("info")]
    [InlineData("map")]
    [InlineData("check")]
    public void It_is_no_disk(string command)
    {
        var result = Fkit.Run(command, NewPng()).HasOneErrorLine();

        Assert.Contains("this is a PngFile, which is no disk image", result.Error, StringComparison.Ordinal);
        Assert.Contains("-f raw", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_a_raw_disk_for_who_asks_for_one()
    {
        Assert.Contains("file format: raw", Fkit.Run("info", "-f", "raw", NewPng()).Output, StringComparison.Ordinal);
        Assert.Contains("--guest", Usage(), StringComparison.Ordinal);
        Assert.Contains("it has no guest", Fkit.Run("dissect", "--guest", NewPng()).Error, StringComparison.Ordinal);

        static string Usage() => Fkit.Good("dissect", "--help").Output;
    }

    [Fact]
    public void Whatever_is_damaged_it_never_fails()
    {
        var whole = File.ReadAllBytes(NewPng());
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var damaged = whole[..random.Next(8, whole.Length + 1)];
            for (var change = 0; change < 5 && damaged.Length > 8; change++)
            {
                damaged[random.Next(8, damaged.Length)] = (byte)random.Next(256);
            }

            var file = _folder.File("damaged.png", damaged);
            Assert.Empty(Fkit.Good("dissect", file).Error);
            _ = Fkit.Good("dissect", "--output", "json", file).Json;
        }
    }

    public void Dispose() => _folder.Dispose();

    private string NewPng() => _folder.File("a.png", new PngFile
    {
        Chunks =
        [
            new(new PngHeader
            {
                Image = new() { Width = 2, Height = 1, BitDepth = 8, ColorType = PngColorType.Indexed },
            }),
            new(new PngText { Keyword = "Title", Text = "Two pixel" }),
            new(new PngEnd()),
        ],
    }.ToBytes());

    private static Dictionary<string, JsonElement> Fields(string file, out JsonElement structure)
    {
        structure = Assert.Single(
            Fkit.Good("dissect", "--output", "json", file).Json.GetProperty("structures").EnumerateArray());
        return structure.GetProperty("fields").EnumerateArray().ToDictionary(
            field => field.GetProperty("path").GetString()!, field => field);
    }
}
