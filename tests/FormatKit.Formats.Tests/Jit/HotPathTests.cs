using FormatKit.Formats.Vhd;

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
        JitListing.Parse(JitProcess.List(typeof(HotPaths), AllOfThem)));

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
    }

    [Theory, MemberData(nameof(Paths))]
    public void Generated_code_tests_the_length_once_and_is_no_larger_than_by_hand(string path) =>
        Assert.Empty(Faults(path + "Generated", path + "ByHand"));

    [Theory, MemberData(nameof(Paths))]
    public void Code_that_tests_each_field_is_told(string path) =>
        Assert.Contains(Faults(path + "Carelessly", path + "ByHand"), fault =>
            fault.StartsWith("range", StringComparison.Ordinal));

    private static IEnumerable<string> Faults(string judged, string byHand)
    {
        var (code, twin) = (Listings.Value[judged], Listings.Value[byHand]);
        if (code.RangeFailures > 0)
        {
            yield return $"range: {code}";
        }

        // One for the length; one more for the end of a loop.
        if (code.Branches > (judged.StartsWith("Walk", StringComparison.Ordinal) ? 2 : 1))
        {
            yield return $"branches: {code}";
        }

        if (code.Instructions > twin.Instructions || code.Bytes > twin.Bytes)
        {
            yield return $"size: {code} instead of {twin}";
        }
    }
}
