namespace FormatKit.Benchmarks.Layouts;

/// <summary>What is claimed of a benchmark, and asserted after its run.</summary>
internal static class Claims
{
    /// <summary>The category of benchmarks that must not allocate a byte.</summary>
    internal const string AllocatesNothing = nameof(AllocatesNothing);
}
