using System.Reflection;
using System.Runtime.CompilerServices;
using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests;

/// <summary>What is published is locked: its bytes do not change without a word.</summary>
public sealed class LayoutLockTests
{
    private static readonly string[] Locks =
        Directory.GetFiles(Folder(), "*.layout.txt", SearchOption.AllDirectories);

    public static TheoryData<string> Layouts { get; } =
    [
        .. typeof(VhdFooter).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<BinaryLayoutAttribute>() is not null)
            .Select(type => type.FullName!).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Every_layout_has_a_lock_beside_its_declaration(string layout)
    {
        var name = layout[(layout.LastIndexOf('.') + 1)..];
        var file = Assert.Single(Locks, file => Path.GetFileName(file) == $"{name}.layout.txt");

        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, $"{name}.cs")));
        Assert.Contains($"\nlayout {layout}, ", File.ReadAllText(file), StringComparison.Ordinal);
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../formats/FormatKit.Formats");
}
