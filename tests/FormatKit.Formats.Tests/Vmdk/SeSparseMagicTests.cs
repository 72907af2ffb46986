using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class SeSparseMagicTests
{
    [Fact]
    public void The_magic_and_version_2_1_are_little_endian()
    {
        var bytes = TestBytes.Of(16, (0, "BEBAFECA00000000"), (8, "0100000002000000"));

        Assert.Empty(Layout.Validate(SeSparseMagic.View(bytes)));
    }
}
