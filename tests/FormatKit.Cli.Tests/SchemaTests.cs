using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Cli.Tests;

public sealed class SchemaTests : IDisposable
{
    private static readonly string Formats = typeof(VhdFooter).Assembly.Location;

    private static readonly string Own = typeof(First).Assembly.Location;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Without_a_name_every_declaration_of_the_formats_is_listed()
    {
        var declared = typeof(VhdFooter).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IBinaryFormat)))
            .Select(type => type.Name).Order(StringComparer.Ordinal);

        var listed = Fkit.Good("schema").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal);

        Assert.Equal(declared, listed);
    }

    [Fact]
    public void Tables_of_offsets_have_a_row_for_each_field()
    {
        var rows = Fkit.Good("schema", "VhdFooter").Output;

        Assert.StartsWith("# VhdFooter\n", rows, StringComparison.Ordinal);
        Assert.Contains(
            "\n| 48 | 8 | u64 | CurrentSize | The guest's size now; bytes |\n", rows, StringComparison.Ordinal);
        Assert.Contains("\n## DiskGeometry\n", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_what_the_field_table_has()
    {
        var layouts = Fkit.Good("schema", "--as", "json", "VhdDynamicHeader").Json.GetProperty("layouts");

        Assert.Equal(["VhdDynamicHeader", "VhdParentLocator"], layouts.EnumerateArray()
            .Select(layout => layout.GetProperty("name").GetString()));
        var locators = layouts[0].GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "ParentLocators");
        Assert.Equal(8, locators.GetProperty("count").GetInt32());
        Assert.Equal(576, locators.GetProperty("offset").GetInt32());
    }

    [Fact]
    public void Tables_of_records_say_how_much_there_is()
    {
        var rows = Fkit.Good("schema", "PngFile").Output;

        Assert.StartsWith("# PngFile\n", rows, StringComparison.Ordinal);
        Assert.Contains("\n| 8 | u64 | Signature | ", rows, StringComparison.Ordinal);
        Assert.Contains(
            "\n|  | PngChunk: up to an element whose Type is \"IEND\" | Chunks |", rows,
            StringComparison.Ordinal);
        Assert.Contains("\n|  | by Type: Length bytes | Data | The data;", rows, StringComparison.Ordinal);
        Assert.Contains("\nWhat Data is, by Type: PngHeader for \"IHDR\", ", rows, StringComparison.Ordinal);
        Assert.Contains("\n## PngImage\n", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_a_record_has_what_the_field_table_has()
    {
        var json = Fkit.Good("schema", "--as", "json", "PngFile").Json;

        Assert.Equal("PngFile", json.GetProperty("record").GetString());
        Assert.Equal(["PngColor", "PngImage"], json.GetProperty("layouts").EnumerateArray()
            .Select(layout => layout.GetProperty("name").GetString()).Order());
        var chunk = json.GetProperty("records").EnumerateArray()
            .Single(record => record.GetProperty("name").GetString() == "PngChunk").GetProperty("fields");
        Assert.Equal("Data", chunk[0].GetProperty("lengthOf").GetString());
        Assert.Equal(15, chunk[2].GetProperty("variants").GetArrayLength());
        Assert.Equal("PngOther", chunk[2].GetProperty("other").GetString());
        Assert.Equal("Crc32", chunk[3].GetProperty("checksum").GetProperty("algorithm").GetString());
    }

    [Fact]
    public void A_pattern_declares_every_type_before_it_is_used()
    {
        var pattern = Fkit.Good("schema", "--as", "hexpat", "VhdFooter").Output;

        Assert.StartsWith("#pragma description The footer", pattern, StringComparison.Ordinal);
        Assert.Contains("\n    DiskGeometry Geometry [[comment(", pattern, StringComparison.Ordinal);
        Assert.EndsWith("\nVhdFooter vhd_footer @ 0x00;\n", pattern, StringComparison.Ordinal);
        Assert.InRange(
            pattern.IndexOf("struct DiskGeometry {", StringComparison.Ordinal),
            0, pattern.IndexOf("struct VhdFooter {", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pattern_of_a_record_tells_its_parts_where_they_end()
    {
        var pattern = Fkit.Good("schema", "--as", "hexpat", "PngFile").Output;

        Assert.Contains("\nstruct PngText<auto _end> {\n", pattern, StringComparison.Ordinal);
        Assert.Contains("\n    char Text[_end - $]", pattern, StringComparison.Ordinal);
        Assert.Contains("\n        PngText<_Data_end> Data", pattern, StringComparison.Ordinal);
        Assert.EndsWith("\nPngFile png_file @ 0x00;\n", pattern, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ksy", "meta:\n  id: vhd_footer\n")]
    [InlineData("lua", "-- VhdFooter, 512 bytes.")]
    public void The_name_of_a_type_may_be_written_in_any_case(string language, string start) =>
        Assert.StartsWith(start, Fkit.Good("schema", "--as", language, "vhdfooter").Output, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_name_is_answered_with_those_that_are_known()
    {
        var result = Fkit.Run("schema", "VhdHeader").HasOneErrorLine();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("'VhdHeader'", result.Error, StringComparison.Ordinal);
        Assert.Contains("VhdDynamicHeader", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_assembly_is_searched_when_it_is_named() =>
        Assert.Equal(
            Fkit.Good("schema", "--as", "json", "CowdHeader").Output,
            Fkit.Good("schema", "--as", "json", "--assembly", Formats, "CowdHeader").Output);

    [Fact]
    public void Records_are_found_in_another_assembly_too() =>
        Assert.Equal(
            Fkit.Good("schema", "--as", "ksy", "PngFile").Output,
            Fkit.Good("schema", "--as", "ksy", "--assembly", Formats, "PngFile").Output);

    [Fact]
    public void What_is_no_assembly_or_is_not_there_is_one_error()
    {
        var text = _folder.File("a.dll", "no assembly"u8.ToArray());

        Assert.Contains(text, Fkit.Run("schema", "--assembly", text).HasOneErrorLine().Error, StringComparison.Ordinal);
        var missing = _folder.File("b.dll");
        Assert.Contains(
            missing, Fkit.Run("schema", "--assembly", missing).HasOneErrorLine().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_declarations_says_so()
    {
        var other = typeof(System.Text.Json.JsonElement).Assembly.Location;

        var result = Fkit.Run("schema", "--assembly", other).HasOneErrorLine();

        Assert.Contains("declares no layouts and no records", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_of_one_name_are_told_apart_by_their_full_names()
    {
        var result = Fkit.Run("schema", "--assembly", Own, "Twice").HasOneErrorLine();

        Assert.Contains(
            "'Twice' may be FormatKit.Cli.Tests.First+Twice or FormatKit.Cli.Tests.Second+Twice; say which",
            result.Error, StringComparison.Ordinal);
        Assert.Contains(
            "| Large |", Fkit.Good("schema", "--assembly", Own, "FormatKit.Cli.Tests.Second+Twice").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_whose_code_fails_is_blamed_alone()
    {
        var result = Fkit.Run("schema", "--assembly", Own, "Broken").HasOneErrorLine();
        var lines = Fkit.Good("schema", "--assembly", Own).Output;

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "'FormatKit.Cli.Tests.Second+Broken' cannot be described, its own code fails: not today", result.Error,
            StringComparison.Ordinal);
        Assert.Contains("FormatKit.Cli.Tests.First+Twice      1 bytes", lines, StringComparison.Ordinal);
        Assert.Contains("cannot be described", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_pipe_is_refused_and_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is Unix's");
        var pipe = _folder.File("pipe");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var run = Task.Run(() => Fkit.Run("schema", "--assembly", pipe), TestContext.Current.CancellationToken);

        var result = await run.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Contains("this is a named pipe", result.HasOneErrorLine().Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
