using System.Text;
using FormatKit.Formats.Vhd;
using FormatKit.Testing.Tests.Kinds;

namespace FormatKit.Testing.Tests;

/// <summary>Dictionaries are read as the two fuzzers read them, by readers that are written after their code.</summary>
public sealed class FuzzDictionaryTests
{
    public static TheoryData<string> Dictionaries =>
        [FuzzDictionary.Of<VhdFooter>(), FuzzDictionary.Of<VhdDynamicHeader>(), FuzzDictionary.Of<EveryKind>()];

    [Theory, MemberData(nameof(Dictionaries))]
    public void Both_fuzzers_read_the_same_words(string text) =>
        Assert.Equal(DictionaryReaders.ByAfl(text), DictionaryReaders.ByLibFuzzer(text));

    [Fact]
    public void A_text_magic_is_there_as_text_and_swapped()
    {
        var words = FuzzDictionary.Of<VhdFooter>().Split('\n');

        Assert.Contains("VhdFooter_Cookie_the_legal_value=\"conectix\"", words);
        Assert.Contains("VhdFooter_Cookie_the_legal_value_swapped=\"xitcenoc\"", words);
    }

    [Fact]
    public void Numbers_are_there_in_both_byte_orders()
    {
        var words = DictionaryReaders.ByAfl(FuzzDictionary.Of<VhdFooter>());

        Assert.Contains("00000002", words); // VhdDiskType.Fixed, big endian as on disk
        Assert.Contains("02000000", words);
    }

    [Fact]
    public void What_is_not_printable_is_escaped() => Assert.Contains(
        @"=""\xff\xff\xff\xff\xff\xff\xff\xff""", FuzzDictionary.Of<VhdFooter>(), StringComparison.Ordinal);

    [Fact]
    public void Quotes_and_backslashes_are_escaped()
    {
        var words = DictionaryReaders.ByLibFuzzer(FuzzDictionary.Of<Quoted>());

        Assert.Contains(Convert.ToHexString(Encoding.ASCII.GetBytes("a\"\\b")), words);
    }

    [Fact]
    public void Words_of_nested_layouts_are_there_once()
    {
        var tags = FuzzDictionary.Of<EveryKind>().Split('\n')
            .Where(line => line.EndsWith("=\"PT\"", StringComparison.Ordinal));

        Assert.Equal("SummedPart_Tag_the_legal_value=\"PT\"", Assert.Single(tags));
    }
}
