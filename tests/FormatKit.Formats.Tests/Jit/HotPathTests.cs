using FormatKit.Formats.Vhd;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Jit;

/// <summary>
/// Clocks are noisy on shared machines, the compiler's output is not: code over generated accessors tests the length
/// once, as one writes it by hand, and is no larger.
/// </summary>
public sealed class HotPathTests
{
    private static readonly string AllOfThem =
        $"{typeof(HotPathTests).FullName}.{nameof(Generated_code_gives_what_is_written_by_hand)}";

    private static readonly Lazy<Dictionary<string, JitListing>> Listings = new(() =>
        JitListing.Parse(JitProcess.List(
            $"{typeof(HotPaths).FullName}:* {typeof(Vmdk4Header).FullName}:*.Validate", AllOfThem)));

    public static TheoryData<string> Paths => ["Read", "Edit", "Walk"];

    [Fact]
    public void Generated_code_gives_what_is_written_by_hand()
    {
        var bytes = Enumerable.Range(0, 1024).Select(index => (byte)(index * 7)).ToArray();

        Assert.Equal(HotPaths.ReadByHand(bytes), HotPaths.ReadGenerated(bytes));
        Assert.Equal(HotPaths.ReadByHand(bytes), HotPaths.ReadCarelessly(bytes));
        Assert.Equal(HotPaths.WalkByHand(bytes), HotPaths.WalkGenerated(bytes));
        Assert.Equal(HotPaths.WalkByHand(bytes), HotPaths.WalkCarelessly(bytes));

        var edited = (byte[][])[[.. bytes], [.. bytes], [.. bytes]];
        HotPaths.EditByHand(edited[0], 1536, 7);
        HotPaths.EditGenerated(edited[1], 1536, 7);
        HotPaths.EditCarelessly(edited[2], 1536, 7);
        Assert.Equal(edited[0], edited[1]);
        Assert.Equal(edited[0], edited[2]);
        Assert.Equal(1536UL, VhdDynamicHeader.View(edited[0]).TableOffset);

        foreach (var (header, broken) in Headers())
        {
            var (violation, report) = (default(HotPaths.LastViolation), default(HotPaths.LastReport));
            Assert.Equal(broken, HotPaths.ValidateByHand(header, ref report));
            Assert.Equal(broken, HotPaths.ValidateGenerated(header, ref violation));
            Assert.Equal((report.Found, report.Expected), (violation.Violation.Found, violation.Violation.Expected));
            _ = HotPaths.ValidateCarelessly(header, ref report);
        }
    }

    [Theory, MemberData(nameof(Paths))]
    public void Generated_code_tests_the_length_once_and_is_no_larger_than_by_hand(string path) =>
        Assert.Empty(Faults(path + "Generated", path + "ByHand"));

    [Theory, MemberData(nameof(Paths))]
    public void Code_that_tests_each_field_is_told(string path) =>
        Assert.Contains(Faults(path + "Carelessly", path + "ByHand"), fault =>
            fault.StartsWith("range", StringComparison.Ordinal));

    /// <summary>The rules of six fields, one of which counts now and then; a power of two asks twice.</summary>
    [Fact]
    public void Validation_asks_each_rule_once_and_is_no_larger_than_by_hand() =>
        Assert.Empty(Faults("Validate", "ValidateByHand"));

    [Fact]
    public void Validation_that_tests_each_field_is_told() => Assert.Contains(
        Faults("ValidateCarelessly", "ValidateByHand"), fault => fault.StartsWith("range", StringComparison.Ordinal));

    /// <summary>A header that is right, and one for each rule that it breaks.</summary>
    private static IEnumerable<(byte[] Header, int Broken)> Headers()
    {
        var header = default(Vmdk4Header);
        header.Version = 1;
        header.Flags = Vmdk4Flags.NewLineTest;
        header.GrainSize = 128;
        header.Seal();
        var right = Layout.BytesOf(ref header).ToArray();
        yield return (right, 0);
        foreach (var place in (int[])[0, 4, 11, 20, 73, 77])
        {
            byte[] wrong = [.. right];
            wrong[place] ^= 0x85;
            yield return (wrong, 1);
        }
    }

    private static IEnumerable<string> Faults(string judged, string byHand)
    {
        var (code, twin) = (Listings.Value[judged], Listings.Value[byHand]);
        if (code.RangeFailures > 0)
        {
            yield return $"range: {code}";
        }

        // One for the length; one more for the end of a loop. What validates is given as many bytes as it needs.
        var most = judged.StartsWith("Walk", StringComparison.Ordinal) ? 2
            : judged.StartsWith("Validate", StringComparison.Ordinal) ? 8
            : 1;
        if (code.Branches > most)
        {
            yield return $"branches: {code}";
        }

        if (code.Instructions > twin.Instructions || code.Bytes > twin.Bytes)
        {
            yield return $"size: {code} instead of {twin}";
        }
    }
}
