using FormatKit.Formats.Vhd;
using FormatKit.Testing;

namespace FormatKit.Formats.Tests.Laws;

public sealed class LayoutLawTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (layout, laws) in FormatLayouts.Laws)
            {
                foreach (var law in laws)
                {
                    pairs.Add(layout.Name, law.Name);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_layout_keeps_every_law(string layout, string law)
    {
        var result = FormatLayouts.Laws
            .Single(pair => pair.Key.Name == layout).Value
            .Single(candidate => candidate.Name == law).Try(null);

        var says = law != LayoutLaws.ChecksumLaw || layout is nameof(VhdFooter) or nameof(VhdDynamicHeader);
        Assert.Equal(says, result.Vacuous is null);
        Assert.Equal(says, result.Cases > 0);
    }

    [Fact]
    public void No_layout_is_forgotten()
    {
        var declared = typeof(VhdFooter).Assembly.GetTypes().Where(type => type.GetInterfaces().Any(contract =>
            contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IBinaryLayout<>)));

        Assert.Equal(
            declared.Select(type => type.Name).Order(),
            FormatLayouts.Laws.Keys.Select(type => type.Name).Order());
    }
}
