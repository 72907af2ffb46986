using System.Runtime.CompilerServices;
using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests;

/// <summary>What is published is locked: its bytes do not change without a word.</summary>
public sealed class LayoutLockTests
{
    private static readonly string[] Locks =
        Directory.GetFiles(Folder(), "*.layout.txt", SearchOption.AllDirectories);

    public static TheoryData<string> Formats { get; } =
    [
        .. typeof(VhdFooter).Assembly.GetTypes().Where(IsFormat).Select(type => type.FullName!)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_has_a_lock_beside_its_declaration(string format)
    {
        var name = format[(format.LastIndexOf('.') + 1)..];
        var file = Assert.Single(Locks, file => Path.GetFileName(file) == $"{name}.layout.txt");

        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, $"{name}.cs")));
        Assert.Matches($"(?m)^(layout|record|variants) {format.Replace(".", @"\.", StringComparison.Ordinal)}, ",
            File.ReadAllText(file));
    }

    private static bool IsFormat(Type type) => type.CustomAttributes.Any(data =>
        data.AttributeType == typeof(BinaryLayoutAttribute) || data.AttributeType == typeof(BinaryRecordAttribute)
        || (data.AttributeType.IsGenericType
            && data.AttributeType.GetGenericTypeDefinition() == typeof(BinaryVariantsAttribute<>)));

    private static string Folder([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "../../formats/FormatKit.Formats");
}
