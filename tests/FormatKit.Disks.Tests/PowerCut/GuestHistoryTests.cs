using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>What a disk may show after a cut. Each letter is a sector; positions are the store's.</summary>
public sealed class GuestHistoryTests
{
    private readonly GuestHistory _history = new(SectorText.Bytes("ab"));

    [Fact]
    public void What_was_never_written_stays()
    {
        Assert.Null(Judge(5, "ab"));
        Assert.NotNull(Judge(5, "aX"));
    }

    [Fact]
    public void What_was_written_and_not_flushed_is_there_or_not()
    {
        Write(1, "XY", 0);

        Assert.All((string[])["ab", "Xb", "aY", "XY"], found => Assert.Null(Judge(5, found)));
        Assert.NotNull(Judge(5, ".b"));
    }

    [Fact]
    public void What_had_not_begun_is_not_there()
    {
        Write(4, "X", 0);

        Assert.NotNull(Judge(4, "Xb"));
        Assert.Null(Judge(5, "Xb"));
    }

    [Fact]
    public void What_was_flushed_is_there()
    {
        Write(1, "X", 0);
        _history.Flushed(4);

        Assert.Null(Judge(3, "ab"));
        Assert.NotNull(Judge(4, "ab"));
        Assert.Null(Judge(4, "Xb"));
    }

    [Fact]
    public void What_was_flushed_is_there_or_newer()
    {
        Write(1, "X", 0);
        _history.Flushed(2);
        Write(3, "Y", 0);

        Assert.Null(Judge(5, "Yb"));
        Assert.Null(Judge(5, "Xb"));
        Assert.NotNull(Judge(5, "ab"));
    }

    [Fact]
    public void A_cut_is_judged_by_the_least_that_had_begun_and_the_most_that_was_promised()
    {
        Write(1, "X", 0);
        _history.Flushed(2);
        Write(3, "Y", 0);

        Assert.Null(Judge(2, 5, "Xb"));
        Assert.NotNull(Judge(2, 5, "Yb"));
        Assert.NotNull(Judge(1, 5, "ab"));
    }

    [Fact]
    public void Writes_of_parts_of_a_sector_are_each_there_or_not_and_never_torn()
    {
        _history.BeginWrite(1, 10, "XX"u8);
        _history.BeginWrite(2, 20, "YY"u8);

        var found = SectorText.Bytes("ab");
        "YY"u8.CopyTo(found.AsSpan(20));
        Assert.Null(_history.Judge(5, found));
        "X"u8.CopyTo(found.AsSpan(10));
        Assert.NotNull(_history.Judge(5, found));
        "XX"u8.CopyTo(found.AsSpan(10));
        Assert.Null(_history.Judge(5, found));
    }

    [Fact]
    public void A_write_that_failed_may_be_there_in_part_for_good()
    {
        Write(1, "X", 0);
        _history.WriteFailed(0, 512);
        _history.Flushed(2);

        var found = SectorText.Bytes("ab");
        "XXX"u8.CopyTo(found);
        Assert.Null(_history.Judge(5, found));
        Assert.Null(Judge(5, "ab"));
    }

    [Fact]
    public void What_a_failed_flush_was_for_may_be_there_or_not_whatever_later_ones_say()
    {
        Write(1, "X", 0);
        _history.FlushFailed();
        Write(3, "Y", 1);
        _history.Flushed(4);

        Assert.Null(Judge(5, "aY"));
        Assert.Null(Judge(5, "XY"));
        Assert.NotNull(Judge(5, "Xb"));
    }

    [Fact]
    public void A_disk_of_another_length_is_wrong() => Assert.NotNull(Judge(5, "abc"));

    private void Write(int position, string text, int sector) =>
        _history.BeginWrite(position, sector * 512, SectorText.Bytes(text));

    private string? Judge(int position, string found) => _history.Judge(position, SectorText.Bytes(found));

    private string? Judge(int earliest, int latest, string found) =>
        _history.Judge(
            new Testing.PowerCuts.PowerCut(earliest, latest, new Disks.Storage.MemoryStore()),
            SectorText.Bytes(found));
}
