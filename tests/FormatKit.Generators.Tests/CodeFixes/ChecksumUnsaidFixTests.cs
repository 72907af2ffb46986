using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class ChecksumUnsaidFixTests
{
    private const string Value = "public partial uint Value { readonly get; set; }\n    ";

    [Theory]
    [InlineData("Crc32")]
    [InlineData("Crc32C")]
    [InlineData("Adler32")]
    [InlineData("OnesComplementByteSum32")]
    public void The_algorithm_is_said(string algorithm) => FixField<ChecksumUnsaidFix>(
        $"Add [Checksum<{algorithm}>]",
        Value + "public partial uint Checksum { readonly get; set; }",
        Value + $"[Checksum<{algorithm}>] public partial uint Checksum {{ readonly get; set; }}",
        8);

    [Theory]
    [InlineData("Crc16<Crc16.Arc>")]
    [InlineData("InternetChecksum")]
    [InlineData("Fletcher16")]
    public void One_of_two_bytes_too(string algorithm) => FixField<ChecksumUnsaidFix>(
        $"Add [Checksum<{algorithm}>]",
        Value + "public partial ushort Checksum { readonly get; set; }",
        Value + $"[Checksum<{algorithm}>] public partial ushort Checksum {{ readonly get; set; }}",
        6);

    [Theory]
    [InlineData("byte", "TwosComplementByteSum8", 5)]
    [InlineData("ulong", "Fletcher64", 12)]
    public void One_of_another_width_too(string type, string algorithm, int size) => FixField<ChecksumUnsaidFix>(
        $"Add [Checksum<{algorithm}>]",
        Value + $"public partial {type} Checksum {{ readonly get; set; }}",
        Value + $"[Checksum<{algorithm}>] public partial {type} Checksum {{ readonly get; set; }}",
        size);
}
