namespace FormatKit.Generators.Tests;

/// <summary>Texts from files, in the words of rows and lines.</summary>
public sealed class TextFormTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a \"b\" \\c", "\"a \\\"b\\\" \\\\c\"")]
    [InlineData("é \u6587 \U0001F600", "\"é \u6587 \U0001F600\"")]
    public void What_can_be_seen_stands_as_it_is(string text, string quoted) =>
        Assert.Equal(quoted, TextForm.Quote(text));

    [Theory]
    [InlineData('\0', "\"\\u0000\"")]
    [InlineData('\n', "\"\\u000a\"")]
    [InlineData('\u001b', "\"\\u001b\"")] // begins what moves a cursor
    [InlineData('\u009b', "\"\\u009b\"")]
    [InlineData('\u2028', "\"\\u2028\"")] // ends a line
    [InlineData('\u202e', "\"\\u202e\"")] // turns the direction of writing
    [InlineData('\ud83d', "\"\\ud83d\"")] // half a character
    public void What_cannot_be_seen_is_an_escape(char character, string quoted) =>
        Assert.Equal(quoted, TextForm.Quote(character.ToString()));

    [Fact]
    public void A_character_of_two_halves_that_cannot_be_seen_is_two_escapes() =>
        Assert.Equal("\"\\udb40\\udc41\"", TextForm.Quote("\U000E0041"));

    [Fact]
    public void Halves_in_the_wrong_order_are_no_character() =>
        Assert.Equal("\"\\ude00\\ud83d\"", TextForm.Quote("\ude00\ud83d"));
}
