using System.Globalization;
using System.Text.RegularExpressions;

namespace FormatKit.Formats.Tests.Jit;

/// <summary>What the just-in-time compiler made of a method, as its listing has it; in the words of no processor.
/// </summary>
/// <param name="Instructions">How many instructions there are.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="Branches">How many of them jump on a condition: tests that were not proven to be needless.</param>
/// <param name="RangeFailures">How many call what throws where an index or a slice is out of range.</param>
internal sealed partial record JitListing(int Instructions, int Bytes, int Branches, int RangeFailures)
{
    /// <summary>The listed methods by their names without class, interface and parameters.</summary>
    public static Dictionary<string, JitListing> Parse(string text)
    {
        var listings = new Dictionary<string, JitListing>();
        foreach (var part in text.Split("; Assembly listing for method ").Skip(1))
        {
            var heading = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            Assert.Contains("FullOpts", heading, StringComparison.Ordinal);
            listings.Add(Name().Match(heading).Groups[1].Value, ParseOne(part));
        }

        return listings;
    }

    private static JitListing ParseOne(string part)
    {
        var instructions = part.Split('\n').Skip(1).Where(line => Instruction().IsMatch(line)).ToList();
        return new JitListing(
            instructions.Count,
            int.Parse(TotalBytes().Match(part).Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            instructions.Count(line => Branch().IsMatch(line)),
            instructions.Count(line => RangeFailure().IsMatch(line)));
    }

    // One that implements an interface stands behind the interface's name.
    [GeneratedRegex(@"[:.](\w+)[\(\[]")]
    private static partial Regex Name();

    [GeneratedRegex("^; Total bytes of code ([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex TotalBytes();

    // Labels stand at the start of a line, and remarks after a semicolon.
    [GeneratedRegex(@"^\s+[a-z]")]
    private static partial Regex Instruction();

    // Whatever names a label, but for the jump that always does: jmp, b or j.
    [GeneratedRegex(@"^\s+(?!jmp\b|b\s|j\s|lea\b|adr)[a-z.]+\s.*G_M\w*_IG\d+")]
    private static partial Regex Branch();

    [GeneratedRegex("RNGCHKFAIL|ThrowArgumentOutOfRange|ThrowIndexOutOfRange|ThrowStartIndex")]
    private static partial Regex RangeFailure();
}
