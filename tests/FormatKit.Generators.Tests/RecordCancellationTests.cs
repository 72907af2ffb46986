namespace FormatKit.Generators.Tests;

/// <summary>Steps, of which one cancels what dissects them.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class CancelledSteps
{
    [Rest] public CancellingStep[] Steps { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class CancellingStep
{
    [ThreadStatic] private static CancellationTokenSource? s_source;
    [ThreadStatic] private static int s_left;

    public byte Number { get; set; }

    /// <summary>How many more were to be read.</summary>
    public static int Left => s_left;

    public static CancellationToken CancelAfter(int steps)
    {
        (s_source, s_left) = (new CancellationTokenSource(), steps);
        return s_source.Token;
    }

    [Rule("it is counted")]
    private static bool Counts(CancellingStep step)
    {
        if (--s_left == 0)
        {
            s_source!.Cancel();
        }

        return step is not null;
    }
}

/// <summary>A step that cancels, and then an array of layouts, which is read at once.</summary>
[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class CancelledTable
{
    public CancellingStep Step { get; set; } = new();
    [Rest] public CancelledRow[] Table { get; set; } = [];
}

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct CancelledRow
{
    public partial uint Number { readonly get; set; }
}

/// <summary>Who dissects a record may stop at each element, as Ctrl-C does.</summary>
public sealed class RecordCancellationTests
{
    [Fact]
    public void Reading_stops_before_the_next_element()
    {
        var token = CancellingStep.CancelAfter(3);

        Assert.Throws<OperationCanceledException>(
            () => Dissector.Dissect(Records.InfoOf<CancelledSteps>(), new byte[10], token));

        Assert.Equal(0, CancellingStep.Left);
    }

    [Theory]
    [InlineData(typeof(CancelledSteps), 10)]
    [InlineData(typeof(CancelledTable), 1)]
    public void Showing_what_was_read_stops_as_well(Type type, int steps)
    {
        // All has been read when it is cancelled.
        var record = type == typeof(CancelledSteps)
            ? Records.InfoOf<CancelledSteps>()
            : Records.InfoOf<CancelledTable>();
        var token = CancellingStep.CancelAfter(steps);
        byte[] bytes = new byte[type == typeof(CancelledSteps) ? 10 : 41];

        Assert.Throws<OperationCanceledException>(() => Dissector.Dissect(record, bytes, token));

        Assert.Equal(0, CancellingStep.Left);
    }

    [Fact]
    public void Who_may_cancel_and_does_not_is_shown_the_same()
    {
        byte[] broken = [1, 2, 0, 0, 3];
        using var source = new CancellationTokenSource();

        var plain = Dissector.Dissect(Records.InfoOf<ManySums>(), broken, CancellationToken.None);
        var watched = Dissector.Dissect(Records.InfoOf<ManySums>(), broken, source.Token);

        Assert.Equal(plain.Parts.Select(part => part.ToString()), watched.Parts.Select(part => part.ToString()));
        Assert.Equal(string.Join("\n", plain.Violations), string.Join("\n", watched.Violations));
        Assert.NotEmpty(plain.Violations);
    }
}
