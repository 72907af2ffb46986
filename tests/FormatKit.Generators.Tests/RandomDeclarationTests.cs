using System.Globalization;
using FormatKit.Generators.Tests.Harness.Drawn;

namespace FormatKit.Generators.Tests;

/// <summary>
/// Whatever is declared is either refused in words or becomes code that compiles and keeps the laws. The same ones are
/// drawn each time; the environment variable FORMATKIT_SOAK draws others, so many times more, and FORMATKIT_SEED draws
/// what was named in a failure again.
/// </summary>
public sealed class RandomDeclarationTests
{
    private const int Together = 50;

    [Fact]
    public void What_is_declared_is_refused_in_words_or_keeps_the_laws()
    {
        var rounds = Number("FORMATKIT_SOAK") ?? 1;
        var first = Number("FORMATKIT_SEED") ?? (rounds > 1 ? Random.Shared.Next(1 << 28) : 1);
        var found = new Dictionary<string, string>();
        for (var round = 0; round < rounds; round++)
        {
            var start = first + (round * Together);
            var declarations = Enumerable.Range(start, Together)
                .Select(number => DeclarationDrawer.Draw(number, $"N{number}")).ToList();
            foreach (var broken in DeclarationJudge.Judge(declarations, (ulong)start))
            {
                if (!found.ContainsKey(broken.Claim))
                {
                    found.Add(broken.Claim, Picture(Shrunk(broken, (ulong)start), start));
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{DeclarationJudge.Accepted} of {rounds * Together}");
        Assert.True(found.Count == 0, string.Join("\n\n", found.Values));
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static BrokenDeclaration Shrunk(BrokenDeclaration broken, ulong seed)
    {
        foreach (var simpler in broken.Declaration.Simpler())
        {
            var same = DeclarationJudge.Judge([simpler], seed).FirstOrDefault(other => other.Claim == broken.Claim);
            if (same is not null)
            {
                return Shrunk(same, seed);
            }
        }

        return broken;
    }

    private static string Picture(BrokenDeclaration broken, int seed) =>
        $"FORMATKIT_SEED={seed}: {broken.Claim}\n{broken.Declaration}\n{broken.Words}";
}
