using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FormatKit.Generators.Tests;

/// <summary>No directive comes without its tests: the attributes of the language are those that there are.</summary>
public sealed class DirectiveTests
{
    // The form of what these stand on has tests under the name of the thing.
    private static readonly Dictionary<string, string> OtherFiles = new()
    {
        ["BinaryLayout"] = "StructFormTests.cs",
        ["BinaryRecord"] = "RecordFormTests.cs",
        ["BinaryVariants"] = "VariantTests.cs",
    };

    public static TheoryData<string> Names { get; } =
    [
        .. typeof(BinaryLayoutAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)))
            .Select(type => type.Name.Split('`')[0][..^"Attribute".Length])
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_language_has_its_directives() => Assert.InRange(Names.Count, 40, 99);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_a_test_file_of_its_own_that_uses_it(string name)
    {
        var file = Path.Combine(Folder(), OtherFiles.GetValueOrDefault(name) ?? $"{name}Tests.cs");

        Assert.True(File.Exists(file), $"[{name}] has no {Path.GetFileName(file)}.");
        var tests = File.ReadAllText(file);
        Assert.Matches(Use(name), tests);
        Assert.True(Regex.Count(tests, @"\[(Fact|Theory)\]") >= 2, $"[{name}] has fewer than two claims.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_typed_halfway_in_a_test(string name) => Assert.Matches(
        Use(name),
        File.ReadAllText(Path.Combine(Folder(), "HalfTypedCodeTests.cs"))
            + File.ReadAllText(Path.Combine(Folder(), "HalfTypedRecordTests.cs")));

    private static string Use(string name) => $@"[\[ ,⟦]{name}(?=[(<\],⟧])";

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
