using FormatKit.Formats.Vhd;
using FormatKit.Testing;

namespace FormatKit.Formats.Tests;

/// <summary>Every declaration of the formats is tried: a new one is found here without a word.</summary>
public sealed class FormatLawTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var format in Laws.FormatsIn(typeof(VhdFooter).Assembly))
            {
                foreach (var law in Laws.Of(format))
                {
                    pairs.Add(format.FullName!, law.Name);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_declaration_keeps_every_law(string format, string law)
    {
        var type = typeof(VhdFooter).Assembly.GetType(format, throwOnError: true)!;

        var result = Laws.Of(type).Single(candidate => candidate.Name == law).Try(null);

        Assert.Equal(result.Vacuous is null, result.Cases > 0);
    }

    [Fact]
    public void No_law_is_without_a_declaration_that_it_says_something_about() =>
        Assert.DoesNotContain(
            Laws.FormatsIn(typeof(VhdFooter).Assembly).SelectMany(Laws.Of).GroupBy(law => law.Name),
            laws => laws.All(law => law.Try(1).Vacuous is not null));
}
