namespace FormatKit.Packages.Tests;

/// <summary>What someone has who installs the packages and knows nothing of this repository.</summary>
public sealed class StrangersTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    // Fifteen lines, as long as the field's own words allow.
    private const string Declaration = """
        using FormatKit;

        /// <summary>The header of a level of a game.</summary>
        [BinaryLayout(24, ByteOrder.LittleEndian, Spec = "Level Format 3, clause 1")]
        public partial struct LevelHeader
        {
            [Offset(0), Magic("LVL3")]        public partial uint Signature { readonly get; set; }
            [Offset(4)]                       public partial ushort Width { readonly get; set; }
            [Offset(6)]                       public partial ushort Height { readonly get; set; }
            [Offset(8), Text(8, TextEncoding.Ascii)] public partial string Author { readonly get; set; }
            [Offset(16), Reserved(4)]         public readonly partial ReadOnlySpan<byte> Reserved { get; }
            [Offset(20), Checksum<Crc32>]     public partial uint Checksum { readonly get; set; }
        }
        """;

    private const string Program = """
        using FormatKit;
        using FormatKit.Testing;

        foreach (var result in Laws.Check<LevelHeader>())
        {
            Console.WriteLine(result);
        }

        var bytes = new byte[24];
        ref var header = ref LevelHeader.Edit(bytes);
        header.Width = 64;
        header.Author = "ada";
        header.Seal();
        Console.WriteLine($"{Convert.ToHexString(bytes)} {Layout.IsValid(in header)}");
        """;

    [Fact]
    public async Task A_format_of_fifteen_lines_is_read_written_and_proved()
    {
        var folder = feed.NewProject("Levels", ("LevelHeader.cs", Declaration), ("Program.cs", Program));

        var output = await Dotnet.Succeed(folder, "run", "-nodeReuse:false");

        Assert.InRange(Declaration.Split('\n').Length, 1, 15);
        Assert.Contains("fields partition the layout: holds in ", output, StringComparison.Ordinal);
        Assert.Contains("a changed byte is reported: holds in ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Law broken", output, StringComparison.Ordinal);

        // CRC-32 of the 20 bytes before it and of the field as zero, by zlib.crc32 of Python.
        Assert.Contains("4C564C3340000000616461000000000000000000BDAEBB24 True", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_offset_is_an_error_at_its_place_and_the_packaged_fix_mends_it()
    {
        var wrong = Declaration.Replace("Offset(6)", "Offset(5)", StringComparison.Ordinal);
        var folder = feed.NewProject("Wrong", ("LevelHeader.cs", wrong), ("Program.cs", Program));

        var refused = await Dotnet.Run(folder, "build", "-nodeReuse:false");
        var mended = await PackagedFix.Apply(feed.Unpack("FormatKit"), wrong, "FK0007");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "LevelHeader.cs"), mended, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("LevelHeader.cs(9,13): error FK0007: 'Height' starts at offset 6, not 5", refused.Output,
            StringComparison.Ordinal);
        Assert.Equal(Declaration, mended);
        await Dotnet.Succeed(folder, "build", "-nodeReuse:false");
    }

    [Fact]
    public void The_packages_hold_what_they_should()
    {
        Assert.Equal(
            ["analyzers/dotnet/cs/FormatKit.CodeFixes.dll", "analyzers/dotnet/cs/FormatKit.Generators.dll",
                "lib/net10.0/FormatKit.dll", "lib/net10.0/FormatKit.xml"],
            Files("FormatKit", "*.dll").Concat(Files("FormatKit", "FormatKit.xml")).Order(StringComparer.Ordinal));
        Assert.All(
            (string[])["FormatKit", "FormatKit.Formats", "FormatKit.Disks", "FormatKit.Testing", "fkit"],
            id => Assert.Contains("README.md", Files(id, "README.md")));
    }

    private IEnumerable<string> Files(string id, string pattern)
    {
        var folder = feed.Unpack(id);
        return Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
    }
}
