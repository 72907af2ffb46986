using FormatKit.Disks.Images;
using FormatKit.Formats;

namespace FormatKit.Disks.Tests.Images;

public sealed class TableMendsTests
{
    /// <summary>Bytes 10 to 14 and 20 to 22 are corrected.</summary>
    private static readonly TableMends Mends = new(
    [
        new HostWrite(new HostOffset(20), new byte[] { 5, 6 }),
        new HostWrite(new HostOffset(10), new byte[] { 1, 2, 3, 4 }),
    ]);

    [Theory]
    [InlineData(0, 10, "")]
    [InlineData(8, 4, "10=1 11=2")]
    [InlineData(12, 20, "12=3 13=4 20=5 21=6")]
    [InlineData(11, 2, "11=2 12=3")]
    [InlineData(14, 6, "")]
    [InlineData(21, 1, "21=6")]
    [InlineData(22, 9, "")]
    public void Corrections_are_put_where_they_are_and_nowhere_else(int at, int length, string expected)
    {
        var bytes = new byte[length];
        Mends.Apply(bytes, new HostOffset(at));

        var changed = bytes.Select((value, index) => (value, at: at + index)).Where(pair => pair.value != 0);
        Assert.Equal(expected, string.Join(' ', changed.Select(pair => $"{pair.at}={pair.value}")));
        Assert.Equal(expected.Length > 0, Mends.Touch(new HostRange(new HostOffset(at), length)));
    }
}
