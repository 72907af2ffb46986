using FormatKit.Cli.Output;

namespace FormatKit.Cli.Tests;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("plain ä €", "plain ä €")]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("\u001b[2J", "\\u001b[2J")]
    [InlineData("boot\u202Etxt", "boot\\u202etxt")]
    [InlineData("a\u2028b\u200Fc", "a\\u2028b\\u200fc")]
    public void What_moves_the_cursor_or_turns_the_text_is_escaped(string text, string line) =>
        Assert.Equal(line, OneLine.Of(text));
}
