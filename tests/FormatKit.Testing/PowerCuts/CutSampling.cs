namespace FormatKit.Testing.PowerCuts;

/// <summary>Which of the files that a cut may leave are tried: all when few operations are under way, else a
/// sample.</summary>
public sealed record CutSampling
{
    /// <summary>What the sample is drawn with; the same seed draws the same.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many times the usual number are drawn between two barriers.</summary>
    public int Effort { get; init; } = 1;

    /// <summary>The position of a barrier that said it was done and was not, to see whether anyone notices; only cuts
    /// for which that matters are tried. Null for none.</summary>
    public int? SwallowedFlush { get; init; }

    /// <summary>Whether only cuts after the last barrier are tried: what the file may be if the power goes
    /// now.</summary>
    public bool OnlyNow { get; init; }
}
