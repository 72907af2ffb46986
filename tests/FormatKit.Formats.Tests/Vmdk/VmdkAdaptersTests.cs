using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkAdaptersTests
{
    [Theory]
    [InlineData(VmdkAdapter.Ide, "ide")]
    [InlineData(VmdkAdapter.BusLogic, "buslogic")]
    [InlineData(VmdkAdapter.LsiLogic, "lsilogic")]
    [InlineData(VmdkAdapter.LegacyEsx, "legacyESX")]
    public void Each_adapter_has_a_word(VmdkAdapter adapter, string word) =>
        Assert.Equal((word, adapter), (VmdkAdapters.NameOf(adapter), VmdkAdapters.Named(word)));

    [Fact]
    public void A_word_is_known_in_any_case() => Assert.Equal(VmdkAdapter.LegacyEsx, VmdkAdapters.Named("LEGACYesx"));

    [Fact]
    public void Another_word_is_no_adapter() => Assert.Null(VmdkAdapters.Named("scsi"));

    [Fact]
    public void No_other_adapter_has_a_word() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VmdkAdapters.NameOf((VmdkAdapter)4));
}
