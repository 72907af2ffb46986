using System.Text.Json;
using FormatKit.Formats.Vhd;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Cli.Tests;

public sealed class DissectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_field_of_every_structure_is_shown_once()
    {
        var file = NewVhd();

        var structures = Structures(file);

        Assert.Equal(
            ["footer copy", "dynamic header", "block allocation table", "footer"],
            structures.Select(structure => structure.GetProperty("label").GetString()));
        Assert.All([structures[0], structures[3]], footer => Covers<VhdFooter>(file, footer));
        Covers<VhdDynamicHeader>(file, structures[1]);
        Assert.False(structures[2].TryGetProperty("fields", out _));
        Assert.All(
            structures.SelectMany(Fields), field => Assert.Empty(field.GetProperty("violations").EnumerateArray()));
    }

    [Fact]
    public void Values_are_in_words()
    {
        var footer = Fields(Structures(NewVhd())[0]).ToDictionary(
            field => field.GetProperty("path").GetString()!, field => field.GetProperty("value").GetString()!);

        Assert.Equal("\"conectix\"", footer["Cookie"]);
        Assert.Equal("Dynamic (3)", footer["DiskType"]);
        Assert.Equal("6291456 bytes (6 MiB)", footer["CurrentSize"]);
        Assert.Matches("^[0-9]+/[0-9]+/[0-9]+$", footer["Geometry"]);
        Assert.Equal(footer["Geometry"].Split('/')[0], footer["Geometry.Cylinders"]);
        Assert.Matches("^20[0-9-]{8} [0-9:]{8}Z$", footer["CreatedAt"]);
        Assert.Equal("all zero", footer["Reserved"]);
        Assert.True(Guid.TryParse(footer["UniqueId"], out _));
    }

    [Fact]
    public void A_changed_byte_shows_as_a_broken_rule()
    {
        var file = NewVhd();
        Change(file, 85, 1); // tapdisk's hidden flag, without a new checksum

        var fields = Fields(Structures(file)[0]).ToList();

        var broken = Assert.Single(fields, field => field.GetProperty("violations").GetArrayLength() > 0);
        Assert.Equal("Checksum", broken.GetProperty("path").GetString());
        Assert.Equal("FKV003", broken.GetProperty("violations")[0].GetProperty("code").GetString());
        Assert.Equal("not zero: 0x01 at 85", fields[^1].GetProperty("value").GetString());
        var text = Fkit.Good("dissect", file).Output;
        Assert.Contains("! Checksum: FKV003: found ", text, StringComparison.Ordinal);
        Assert.Contains("! 1 rule is broken", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_aligned()
    {
        var lines = Fkit.Good("dissect", NewVhd()).Output.Split('\n');

        Assert.StartsWith("footer copy: byte 0, 512 bytes, VhdFooter", lines[0], StringComparison.Ordinal);
        var rows = lines.Skip(1).TakeWhile(line => line.StartsWith("  0x", StringComparison.Ordinal)).ToList();
        var value = rows[0].IndexOf('"', StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal("  ", row.Substring(value - 2, 2)));
    }

    [Fact]
    public void A_structure_that_the_file_cuts_off_says_so()
    {
        var file = NewVhd();
        using (var stream = File.OpenWrite(file))
        {
            stream.SetLength(1600); // inside the block allocation table; the last footer is gone
        }

        var structures = Structures(file);

        Assert.Equal(
            [false, false, true], structures.Select(structure => structure.GetProperty("cut-off").GetBoolean()));
        var text = Fkit.Good("dissect", file).Output;
        Assert.Contains("cut off: the file has 64 bytes of it", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vmdk_is_dissected_although_it_is_not_opened()
    {
        var header = new Vmdk4Header { Version = 1, Capacity = 2048, GrainSize = 128, EntriesPerTable = 512 };
        header.Seal();
        var file = _folder.File("a.vmdk", Layout.BytesOf(ref header));

        var structure = Structures(file)[0];

        Assert.Equal("Vmdk4Header", structure.GetProperty("layout").GetString());
        Covers<Vmdk4Header>(file, structure);
        Assert.Equal(1, Fkit.Run("info", file).HasOneErrorLine().ExitCode);
    }

    [Fact]
    public void Whatever_is_damaged_it_never_fails()
    {
        var bytes = File.ReadAllBytes(NewVhd());
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var damaged = bytes[..(round % 3 == 0 ? random.Next(512, bytes.Length) : bytes.Length)];
            for (var change = 0; change < 20; change++)
            {
                damaged[random.Next(8, Math.Min(damaged.Length, 1536))] = (byte)random.Next(256);
            }

            var file = _folder.File("damaged.vhd", damaged);
            Assert.Empty(Fkit.Good("dissect", "-f", "vpc", file).Error);
            _ = Structures(file);
            foreach (var command in (string[])["info", "check", "map"])
            {
                var result = Fkit.Run(command, "-f", "vpc", file);
                Assert.DoesNotContain("internal error", result.Error, StringComparison.Ordinal);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private string NewVhd()
    {
        var file = _folder.File("a.vhd");
        Fkit.Good("create", "-q", "-f", "vpc", file, "6M");
        return file;
    }

    private static List<JsonElement> Structures(string file) =>
        [.. Fkit.Good("dissect", "--output", "json", file).Json.GetProperty("structures").EnumerateArray()];

    private static IEnumerable<JsonElement> Fields(JsonElement structure) =>
        structure.TryGetProperty("fields", out var fields) ? fields.EnumerateArray() : [];

    /// <summary>The lines of a layout's fields hold all its bytes, each from its place in the file.</summary>
    private static void Covers<T>(string file, JsonElement structure)
        where T : struct, IBinaryLayout<T>
    {
        var start = structure.GetProperty("offset").GetInt32();
        var bytes = File.ReadAllBytes(file).AsSpan(start, Layout.SizeOf<T>());
        var names = Layout.InfoOf<T>().Fields.Select(field => field.Name).ToHashSet();
        var seen = new byte[bytes.Length];
        foreach (var field in Fields(structure))
        {
            var path = field.GetProperty("path").GetString()!;
            names.Remove(path.Split('.', '[')[0]);
            var content = Convert.FromHexString(field.GetProperty("bytes").GetString()!);
            var at = field.GetProperty("offset").GetInt32() - start;
            Assert.Equal(field.GetProperty("width").GetInt32(), content.Length);
            Assert.True(bytes.Slice(at, content.Length).SequenceEqual(content), path);
            seen.AsSpan(at, content.Length).Fill(1);
        }

        Assert.Empty(names);
        Assert.DoesNotContain((byte)0, seen);
    }

    private static void Change(string file, long offset, byte value)
    {
        using var stream = File.OpenWrite(file);
        stream.Position = offset;
        stream.WriteByte(value);
    }
}
